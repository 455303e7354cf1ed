using System.Diagnostics;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>A folder with credential helpers that are shell scripts.</summary>
internal sealed class HelperFolder : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpers-");

    /// <summary>The folder, as a search path.</summary>
    public string SearchPath => _folder.FullName;

    public CredentialHelperOptions Options => new() { SearchPath = SearchPath };

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes <c>docker-credential-NAME</c>; scripts find the folder as <c>$here</c>.</summary>
    public void Add(string name, string script)
    {
        var file = GetPath($"docker-credential-{name}");
        File.WriteAllText(file, $"#!/bin/sh\nhere='{SearchPath}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Executable);
        }
    }

    /// <summary>Writes a helper that has one login.</summary>
    public void AddLogin(string name, string user, string secret) =>
        Add(name, $$"""cat > /dev/null; echo '{"ServerURL":"x","Username":"{{user}}","Secret":"{{secret}}"}'""");

    /// <summary>The text that a script has written into a file of the folder.</summary>
    public string Read(string file) => File.ReadAllText(GetPath(file));

    /// <summary>Creates a pipe that a script can write to; it stays open as long as any process has it open.</summary>
    public string MakePipe(string name)
    {
        using var process = Process.Start("mkfifo", [GetPath(name)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return GetPath(name);
    }

    private string GetPath(string file) => Path.Combine(SearchPath, file);
}
