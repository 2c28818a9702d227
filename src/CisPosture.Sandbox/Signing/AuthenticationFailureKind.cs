namespace CisPosture.Sandbox.Signing;

internal enum AuthenticationFailureKind
{
    MissingToken,
    Incomplete,
    UnknownKey,
    BadToken,
    TokenExpired,
    Mismatch,
    Expired,
    WrongScope,
    RegionOff,
    BodyMismatch,
}
