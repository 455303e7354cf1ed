using System.ComponentModel;

namespace ImageStreams.Registries;

/// <summary>Creates the exceptions of sources of credentials; none quotes what was read.</summary>
internal static class CredentialErrors
{
    public static RegistryCredentialException TooLarge(string origin, int limit) =>
        new(RegistryCredentialFailure.TooLarge, origin, $"{origin} cannot be read: it exceeds {limit} bytes.");

    public static RegistryCredentialException Unreadable(string origin, Exception inner) =>
        new(RegistryCredentialFailure.Unreadable, origin, $"{origin} cannot be read: {inner.Message}", inner);

    /// <summary>Creates the exception without an inner exception, because the JSON reader quotes what it could not
    /// read.</summary>
    public static RegistryCredentialException NotJson(string origin, long? line)
    {
        var where = line is { } number ? $" (line {number + 1})" : "";
        return new(RegistryCredentialFailure.Malformed, origin, $"{origin} is not valid JSON{where}.") { Path = "$" };
    }

    public static RegistryCredentialException Malformed(string origin, string path, string problem) =>
        new(RegistryCredentialFailure.Malformed, origin, $"{origin} cannot be used: {path} {problem}.") { Path = path };

    public static RegistryCredentialException BadHelperName(string origin, string path) =>
        Malformed(origin, path, "is not the name of a credential helper");

    public static RegistryCredentialException HelperMissing(string helper) => new(
        RegistryCredentialFailure.HelperNotFound, helper, $"{helper} cannot be run: no folder of the search path has it.");

    public static RegistryCredentialException HelperNotExecutable(string helper) => new(
        RegistryCredentialFailure.HelperNotFound,
        helper,
        $"{helper} cannot be run: the search path has it only as a file that is not executable.");

    public static RegistryCredentialException HelperNotStarted(string helper, Win32Exception inner)
    {
        var cause = new Win32Exception(inner.NativeErrorCode).Message;   // without the path and the folder
        return new(RegistryCredentialFailure.HelperFailed, helper, $"{helper} could not be started: {cause}.", inner);
    }

    public static RegistryCredentialException HelperTimedOut(string helper, TimeSpan limit) => new(
        RegistryCredentialFailure.HelperTimedOut, helper, $"{helper} gave no answer within {limit.TotalSeconds:0.###} s.");

    /// <summary>Creates the exception without the output of the helper, because helpers print passwords.</summary>
    public static RegistryCredentialException HelperFailed(string helper, int exitCode) =>
        new(RegistryCredentialFailure.HelperFailed, helper, $"{helper} failed with exit code {exitCode}.");

    public static RegistryCredentialException HelperOutputInvalid(string helper) => new(
        RegistryCredentialFailure.HelperFailed, helper, $"{helper} gave an answer that is not of the credential helper protocol.");
}
