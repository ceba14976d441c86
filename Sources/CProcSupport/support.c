#include "CProcSupport.h"
