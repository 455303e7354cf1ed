namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>The versions of kubectl that are tried.</summary>
internal static class KubectlVersion
{
    public const string Current = "1.35";
    public const string Old = "1.20";

    /// <summary>The program of a version.</summary>
    public static string GetProgram(string version) =>
        version == Current ? ExternalTool.Kubectl.Executable : ExternalTool.OldKubectl.Executable;
}
