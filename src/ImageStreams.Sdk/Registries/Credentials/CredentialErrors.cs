namespace ImageStreams.Registries;

/// <summary>The texts of all that can be wrong with a source of credentials; none quotes what it read.</summary>
internal static class CredentialErrors
{
    public static RegistryCredentialException TooLarge(string origin, int limit) =>
        new(origin, $"{origin} cannot be read: it exceeds {limit} bytes.");

    public static RegistryCredentialException Unreadable(string origin, Exception inner) =>
        new(origin, $"{origin} cannot be read.", inner);

    /// <summary>Has no inner exception: the JSON reader quotes what it stumbles over.</summary>
    public static RegistryCredentialException NotJson(string origin, long? line) =>
        new(origin, $"{origin} is not valid JSON{(line is { } number ? $" (line {number + 1})" : "")}.") { Path = "$" };

    public static RegistryCredentialException Malformed(string origin, string path, string expectation) =>
        new(origin, $"{origin} cannot be used: {path} {expectation}.") { Path = path };

    public static RegistryCredentialException BadHelperName(string origin, string path) =>
        Malformed(origin, path, "is not the name of a credential helper");

    public static RegistryCredentialException HelperMissing(string helper) =>
        new(helper, $"{helper} cannot be run: no folder of the search path has it.");

    public static RegistryCredentialException HelperNotStarted(string helper, Exception inner) =>
        new(helper, $"{helper} could not be started.", inner);

    public static RegistryCredentialException HelperTimedOut(string helper, TimeSpan limit) =>
        new(helper, $"{helper} gave no answer within {limit.TotalSeconds:0.###} s.");

    /// <summary>Names no output: helpers print passwords.</summary>
    public static RegistryCredentialException HelperFailed(string helper, int exitCode) =>
        new(helper, $"{helper} failed with exit code {exitCode}.");

    public static RegistryCredentialException HelperOutputInvalid(string helper) =>
        new(helper, $"{helper} gave an answer that is not of the credential helper protocol.");
}
