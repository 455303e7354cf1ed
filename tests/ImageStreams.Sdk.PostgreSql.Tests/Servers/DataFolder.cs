namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The data of a server in a temporary folder, for one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    public const string Superuser = "keeper";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postgresql-");

    private DataFolder()
    {
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "data");

    /// <summary>Settings of the servers over it. The machine does not crash in tests, so nothing waits for a disk.</summary>
    public IReadOnlyList<string> Settings { get; init; } = ["fsync=off", "max_connections=60", "shared_buffers=32MB"];

    /// <summary>Makes a folder with empty databases.</summary>
    /// <param name="encoding">The encoding of the databases.</param>
    public static async Task<DataFolder> CreateAsync(string encoding = "UTF8")
    {
        var folder = new DataFolder();
        await Command.GiveAsync(folder._folder.FullName);
        await Command.RunAsync(
            "initdb", "-D", folder.Path, "-U", Superuser, "-A", "trust", "-E", encoding, "--locale=C", "--no-sync");
        return folder;
    }

    /// <summary>Makes the next server over it a standby, which only follows.</summary>
    public Task MakeStandbyAsync()
    {
        var signal = System.IO.Path.Combine(Path, "standby.signal");
        File.WriteAllText(signal, "");
        return Command.GiveAsync(signal);
    }

    /// <summary>Makes the next server over it a primary again.</summary>
    public void MakePrimary() => File.Delete(System.IO.Path.Combine(Path, "standby.signal"));

    public void Dispose() => _folder.Delete(recursive: true);
}
