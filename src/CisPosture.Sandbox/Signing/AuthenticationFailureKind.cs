namespace CisPosture.Sandbox.Signing;

internal enum AuthenticationFailureKind
{
    MissingToken,
    Incomplete,
    UnknownKey,
    BadToken,
    Mismatch,
    Expired,
    WrongScope,
    RegionOff,
    BodyMismatch,
}
