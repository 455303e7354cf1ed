namespace ImageStreams.Registries;

/// <summary>The reasons why a source of credentials cannot be used.</summary>
public enum RegistryCredentialFailure
{
    /// <summary>The file cannot be read, for example because of its permissions.</summary>
    Unreadable,

    /// <summary>The file, the pull secret or the output of the helper is larger than allowed.</summary>
    TooLarge,

    /// <summary>The JSON is invalid or does not have the expected form.</summary>
    Malformed,

    /// <summary>No folder of the search path has the credential helper.</summary>
    HelperNotFound,

    /// <summary>The credential helper could not be started, failed, or returned an invalid response.</summary>
    HelperFailed,

    /// <summary>The credential helper took longer than its time limit.</summary>
    HelperTimedOut,
}
