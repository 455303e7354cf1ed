using System.Diagnostics;
using ImageStreams.References;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Debian's docker-registry on a free loopback port, with its files in a temporary folder; over plain HTTP and open
/// to everyone, unless a derived class says otherwise.</summary>
public class DockerRegistryFixture : IAsyncLifetime
{
    private const string Listening = "listening on ";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docker-registry-");
    private readonly TaskCompletionSource<string> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AccessLog _log = new();
    private Process? _process;
    private string? _lastLine;

    /// <summary>The host and port for image references, such as <c>127.0.0.1:34567</c>.</summary>
    public string Host { get; private set; } = "127.0.0.1:1";

    /// <summary>The base address, such as <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri Address => new($"{Scheme}://{Host}/");

    protected virtual string Scheme => "http";

    /// <summary>True when the registry logs its requests; see <see cref="RequestsAsync"/>.</summary>
    protected virtual bool LogsRequests => true;

    public async Task InitializeAsync()
    {
        if (ExternalTool.DockerRegistry.SkipReason is null)
        {
            await StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Pushes an image or index with everything it refers to, with the credentials that the registry requires.</summary>
    public async Task<Digest> PushAsync(string name, SyntheticArtifact artifact)
    {
        using var pusher = CreatePusher(name.Split(':')[0]);
        return await pusher.PushAsync(name, artifact);
    }

    /// <summary>Pushes to a repository with the credentials that the registry requires.</summary>
    public RegistryPusher CreatePusher(string repository) => new(CreateClient(repository));

    /// <summary>The requests of the library for a repository so far, from the registry's own access log.</summary>
    /// <remarks>The registry writes a line before it sends the answer, as long as that is less than 4 KiB.</remarks>
    public async Task<IReadOnlyList<LoggedRequest>> RequestsAsync(string repository)
    {
        using var client = CreateClient(repository);
        var marker = $"/v2/?marker={Guid.NewGuid():N}";
        using var answer = await client.GetAsync(new Uri(marker, UriKind.Relative));
        var logged = await LoggedAsync(requests => requests.Any(request => request.Path == marker));
        return [.. logged.Where(request => request.IsOfLibrary && request.IsAbout(repository))];
    }

    /// <summary>Waits until the access log fulfills a condition, and returns what is in it.</summary>
    public Task<IReadOnlyList<LoggedRequest>> LoggedAsync(Predicate<IReadOnlyList<LoggedRequest>> condition) =>
        _log.WaitAsync(condition).WaitAsync(Limit);

    /// <summary>Starts the servers that the configuration of the registry names.</summary>
    protected virtual async Task StartAsync()
    {
        _process = Start(await WriteConfigurationAsync());
        Host = await _host.Task.WaitAsync(Limit);
    }

    protected virtual async Task StopAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    /// <summary>More of the registry's configuration, in YAML.</summary>
    protected virtual string MoreConfiguration(string folder) => "";

    /// <summary>More of the section <c>http</c>, in YAML.</summary>
    protected virtual string HttpConfiguration(string folder) => "";

    /// <summary>A client that may do everything in a repository.</summary>
    protected virtual HttpClient CreateClient(string repository) => new() { BaseAddress = Address };

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
        process.OutputDataReceived += (_, line) => _log.Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _host.TrySetException(new InvalidOperationException($"docker-registry ended: {_lastLine}"));
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private async Task<string> WriteConfigurationAsync()
    {
        var path = Path.Combine(_folder.FullName, "config.yml");
        await File.WriteAllTextAsync(path, $$"""
            version: 0.1
            log:
              level: info
              accesslog:
                disabled: {{(LogsRequests ? "false" : "true")}}
            storage:
              filesystem:
                rootdirectory: {{_folder.FullName}}/data
            http:
              addr: 127.0.0.1:0
            {{HttpConfiguration(_folder.FullName)}}
            {{MoreConfiguration(_folder.FullName)}}
            """);
        return path;
    }

    /// <summary>The registry writes its port to its log.</summary>
    private void Read(string? line)
    {
        _lastLine = line ?? _lastLine;
        var start = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (line is not null && start >= 0)
        {
            _host.TrySetResult(new string(
                [.. line[(start + Listening.Length)..].TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ':')]));
        }
    }
}
