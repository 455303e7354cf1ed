namespace ImageStreams.AspNetCore;

/// <summary>The ends of a write of a role or a binding by the server.</summary>
internal enum RbacAttempt
{
    /// <summary>It is stored.</summary>
    Done,

    /// <summary>Another writer was faster.</summary>
    Overtaken,

    /// <summary>It is not valid.</summary>
    Invalid,
}
