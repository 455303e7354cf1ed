namespace ImageStreams.Policies;

/// <summary>The reasons for which a text is not a version.</summary>
internal enum VersionFault
{
    /// <summary>The text is a version.</summary>
    None,

    /// <summary>The text has another form.</summary>
    Invalid,

    /// <summary>A numeric identifier of the pre-release starts with a zero.</summary>
    PrereleaseLeadingZero,

    /// <summary>A number is above the limit of the syntax.</summary>
    TooBig,
}
