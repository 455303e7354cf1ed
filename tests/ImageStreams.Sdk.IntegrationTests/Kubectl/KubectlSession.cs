using System.Diagnostics;
using System.Text;
using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Commands of kubectl one after the other, as in a terminal, and the text that they leave there.</summary>
internal sealed class KubectlSession(string program, string kubeconfig, string? ns, string registry) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A second may pass between a write and the one that is tried: the times of writes would then differ, and the lines with them.
    private const string Comparison =
        """
        sed -i 's/^    time: .*/    time: "TIME"/' "$1"/* "$2"/* 2>/dev/null
        exec diff -u -N --label live --label merged "$1" "$2"
        """;

    private readonly ScratchFolder _folder = new();
    private readonly StringBuilder _terminal = new();

    /// <summary>The text in the terminal: commands, output, errors and exit codes other than 0; what varies is hidden.</summary>
    public string Terminal => VaryingText.Hide(_terminal.ToString(), registry, _folder.Path);

    /// <summary>Writes a file into the current folder.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes an editor that replaces one text by another.</summary>
    public void WriteEditor(string sedScript) => WriteProgram("editor", $"sed -i '{sedScript}' \"$1\"");

    /// <summary>Runs a command and shows it.</summary>
    /// <param name="line">The words after <c>kubectl</c>; quotes keep words together.</param>
    public async Task RunAsync(string line)
    {
        var (exitCode, output, error) = await ExecuteAsync(line);
        _terminal.Append("$ kubectl ").Append(line).Append('\n').Append(output).Append(error);
        if (exitCode != 0)
        {
            _terminal.Append($"(exit code {exitCode})\n");
        }

        _terminal.Append('\n');
    }

    /// <summary>Shows a command of another program, which has no output.</summary>
    public void ShowOther(string line) => _terminal.Append("$ ").Append(line).Append("\n\n");

    /// <summary>Starts a command that goes on, such as a watch.</summary>
    public KubectlWatch Start(string line) => new(line, Process.Start(CreateStart(line))!);

    /// <summary>Shows a command that went on, with what it had written when it was ended.</summary>
    public async Task ShowAsync(KubectlWatch watch) =>
        _terminal.Append("$ kubectl ").Append(watch.Line).Append('\n').Append(await watch.StopAsync()).Append('\n');

    /// <summary>Runs a command without showing it, until its output has a text as often as expected.</summary>
    public async Task WaitForAsync(string line, string expected, int times = 1)
    {
        var waited = Stopwatch.StartNew();
        var last = "";
        while (waited.Elapsed < Patience)
        {
            (_, last, _) = await ExecuteAsync(line);
            if (last.Split(expected).Length > times)
            {
                return;
            }
        }

        Assert.Fail($"kubectl {line} never showed '{expected}': {last}");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> ExecuteAsync(string line)
    {
        using var process = Process.Start(CreateStart(line))!;
        using var patience = new CancellationTokenSource(Patience);
        using var _ = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output, await error);
    }

    private ProcessStartInfo CreateStart(string line)
    {
        var start = new ProcessStartInfo(program, [.. ns is null ? (string[])[] : ["-n", ns], .. CommandWords.Split(line)])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KUBECONFIG"] = kubeconfig;
        start.Environment["HOME"] = _folder.Path;
        start.Environment["KUBE_EDITOR"] = Path.Combine(_folder.Path, "editor");
        start.Environment["KUBECTL_EXTERNAL_DIFF"] =
            line.StartsWith("diff ", StringComparison.Ordinal) ? WriteProgram("compare", Comparison) : "diff";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    private string WriteProgram(string name, string script)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
#pragma warning disable CA1416 // These tests run where kubectl of Linux does.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        return path;
    }
}
