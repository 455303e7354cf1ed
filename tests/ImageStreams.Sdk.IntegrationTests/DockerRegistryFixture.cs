using System.Diagnostics;

namespace ImageStreams.IntegrationTests;

/// <summary>Debian's docker-registry on a free loopback port, with its files in a temporary folder.</summary>
public class DockerRegistryFixture : IAsyncLifetime
{
    private const string Listening = "listening on ";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docker-registry-");
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private string? _lastLine;

    /// <summary>The base address, such as <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:1/");

    /// <summary>More of the registry's configuration, in YAML.</summary>
    protected virtual string MoreConfiguration(string folder) => "";

    public async Task InitializeAsync()
    {
        if (ExternalTool.DockerRegistry.SkipReason is not null)
        {
            return;
        }

        _process = Start(await WriteConfigurationAsync());
        Address = await _address.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private Process Start(string configuration)
    {
        var start = new ProcessStartInfo(ExternalTool.DockerRegistry.Executable, ["serve", configuration])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["OTEL_TRACES_EXPORTER"] = "none";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"docker-registry ended: {_lastLine}"));
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private async Task<string> WriteConfigurationAsync()
    {
        var path = Path.Combine(_folder.FullName, "config.yml");
        await File.WriteAllTextAsync(path, $"""
            version: 0.1
            log:
              level: info
            storage:
              filesystem:
                rootdirectory: {_folder.FullName}/data
            http:
              addr: 127.0.0.1:0
            {MoreConfiguration(_folder.FullName)}
            """);
        return path;
    }

    /// <summary>The registry tells its log which port it got.</summary>
    private void Read(string? line)
    {
        _lastLine = line ?? _lastLine;
        var start = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (line is not null && start >= 0)
        {
            var authority = new string([.. line[(start + Listening.Length)..].TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ':')]);
            _address.TrySetResult(new Uri($"http://{authority}/"));
        }
    }
}
