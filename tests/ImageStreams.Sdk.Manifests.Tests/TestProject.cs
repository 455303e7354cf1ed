namespace ImageStreams.Tests.Manifests;

/// <summary>The folder of the sources of these tests, which hold the manifests that they read.</summary>
internal static class TestProject
{
    /// <summary>The folder; found from that of the assembly, because CI compiles with other paths than those on the disk.</summary>
    public static string Folder { get; } =
        Path.Combine(FindRoot(AppContext.BaseDirectory), "tests", "ImageStreams.Sdk.Manifests.Tests");

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ImageStreams.Sdk.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
