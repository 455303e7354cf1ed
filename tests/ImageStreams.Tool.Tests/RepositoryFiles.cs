namespace ImageStreams.Tests.Tool;

/// <summary>The files of the repository.</summary>
internal static class RepositoryFiles
{
    /// <summary>The root folder of the repository.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The sample folder that the documentation uses.</summary>
    public static string Shop => Path.Combine(Root, "docs", "samples", "shop");

    /// <summary>The folder of recorded texts.</summary>
    public static string Golden => Path.Combine(Root, "tests", "ImageStreams.Tool.Tests", "Golden");

    /// <summary>Gets a folder of manifests of these tests.</summary>
    public static string Data(string folder) => Path.Combine(Root, "tests", "ImageStreams.Tool.Tests", "Data", folder);

    /// <summary>Reads a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ImageStreams.Sdk.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
