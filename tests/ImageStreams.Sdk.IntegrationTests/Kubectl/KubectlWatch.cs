using System.Diagnostics;
using System.Text;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>A command of kubectl that goes on until it is ended.</summary>
internal sealed class KubectlWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;

    public KubectlWatch(string line, Process process)
    {
        Line = line;
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>The words after <c>kubectl</c>.</summary>
    public string Line { get; }

    private string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Waits until the output has a number of lines.</summary>
    public async Task WaitForLinesAsync(int count)
    {
        var waited = Stopwatch.StartNew();
        while (Output.Count(letter => letter == '\n') < count)
        {
            Assert.True(waited.Elapsed < Patience, $"kubectl {Line} did not show {count} lines: {Output}");
            await Task.WhenAny(_reading, Task.Delay(10));
        }
    }

    /// <summary>Ends the command and returns its output.</summary>
    public async Task<string> StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        return Output;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_output)
            {
                _output.Append(line).Append('\n');
            }
        }
    }
}
