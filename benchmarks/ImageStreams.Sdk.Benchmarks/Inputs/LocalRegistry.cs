using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>Debian's docker-registry on a free loopback port, with its files in a temporary folder.</summary>
/// <remarks>It ends with the process; it must be installed.</remarks>
public sealed class LocalRegistry : IDisposable
{
    private const string Listening = "listening on ";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-registry-");
    private readonly TaskCompletionSource<string> _host = new();
    private readonly Process _process;

    public LocalRegistry()
    {
        var configuration = Path.Combine(_folder.FullName, "config.yml");
        File.WriteAllText(configuration, $"""
            version: 0.1
            log:
              level: info
              accesslog:
                disabled: true
            storage:
              filesystem:
                rootdirectory: {_folder.FullName}/data
            http:
              addr: 127.0.0.1:0
            """);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("docker-registry", ["serve", configuration])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
        };
        _process.StartInfo.Environment["OTEL_TRACES_EXPORTER"] = "none";
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        Host = _host.Task.WaitAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
    }

    /// <summary>The host and port, such as <c>127.0.0.1:34567</c>.</summary>
    public string Host { get; }

    /// <summary>The number of open connections from this process to it.</summary>
    public int Connections => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.State == TcpState.Established
            && connection.RemoteEndPoint.Port == IPEndPoint.Parse(Host).Port);

    /// <summary>Pushes one image, and then puts further tags on it.</summary>
    public async Task PushAsync(string repository, SyntheticImage image, IEnumerable<string> tags)
    {
        var address = new Uri($"http://{Host}/");
        using var pusher = new RegistryPusher(address);
        await pusher.PushAsync($"{repository}:{image.Digest.Hex[..12]}", image);
        using var client = new HttpClient { BaseAddress = address };
        await Parallel.ForEachAsync(tags, async (tag, cancellationToken) =>
        {
            using var content = new ByteArrayContent(image.Manifest.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue(image.MediaType);
            using var answer = await client.PutAsync($"v2/{repository}/manifests/{tag}", content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
    }

    public void Dispose()
    {
        if (_folder.Exists)
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    private void Read(string? line)
    {
        var start = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (line is not null && start >= 0)
        {
            _host.TrySetResult(new string([.. line[(start + Listening.Length)..].TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ':')]));
        }
    }
}
