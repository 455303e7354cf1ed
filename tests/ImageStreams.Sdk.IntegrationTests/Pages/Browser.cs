using System.Diagnostics;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>A real Chromium without a window, driven through its DevTools protocol.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Announcement = "DevTools listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _profile = Directory.CreateTempSubdirectory("imagestreams-browser-").FullName;
    private Process? _process;
    private DevToolsConnection? _connection;

    /// <summary>The folder for the pages that these tests open.</summary>
    public string Folder => _profile;

    internal DevToolsConnection Connection => _connection ?? throw new InvalidOperationException("The browser does not run.");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (ExternalTool.Chromium.SkipReason is null)
        {
            _process = Process.Start(CreateStart())!;
            _ = _process.StandardOutput.ReadToEndAsync();
            _connection = await DevToolsConnection.OpenAsync(await FindAddressAsync(_process.StandardError));
            _ = _process.StandardError.ReadToEndAsync();
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Delete(_profile);
    }

    private ProcessStartInfo CreateStart() => new(
        ExternalTool.Chromium.Executable,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
            "--disable-background-networking", "--remote-debugging-port=0", $"--user-data-dir={_profile}/profile", "about:blank",
        ])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static async Task<Uri> FindAddressAsync(StreamReader errors)
    {
        using var patience = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await errors.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[Announcement.Length..]);
            }

            said.Add(line);
        }

        throw new InvalidOperationException($"chromium ended without a word of its address: {string.Join('\n', said)}");
    }

    /// <summary>Deletes the folder; a process of the browser that ends later than the others may still write to it.</summary>
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException exception)
        {
            Trace.WriteLine($"{folder} stays: {exception.Message}");
        }
    }
}
