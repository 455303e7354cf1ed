using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The version of Kubernetes that clients find, so that they choose the requests that the API understands.</summary>
internal static class ServerVersion
{
    private const string Major = "1";
    private const string Minor = "36";

    /// <summary>Writes the answer of <c>/version</c>.</summary>
    public static JsonObject Write() => new()
    {
        ["major"] = Major,
        ["minor"] = Minor,
        ["emulationMajor"] = Major,
        ["emulationMinor"] = Minor,
        ["minCompatibilityMajor"] = Major,
        ["minCompatibilityMinor"] = "35",
        ["gitVersion"] = $"v{Major}.{Minor}.0+imagestreams",
        ["gitCommit"] = "",
        ["gitTreeState"] = "",
        ["buildDate"] = "1970-01-01T00:00:00Z",
        ["goVersion"] = "",
        ["compiler"] = RuntimeInformation.FrameworkDescription,
        ["platform"] = RuntimeInformation.RuntimeIdentifier,
    };
}
