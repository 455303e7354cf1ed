using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Shows changes of files as a unified diff, asks, and writes them.</summary>
internal static class ChangeWriter
{
    /// <summary>Shows and writes changes; returns a value indicating whether files were written.</summary>
    public static async Task<bool> WriteAsync(
        ValueList<FileChange> changes, bool isAgreed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        if (changes.IsEmpty)
        {
            return false;
        }

        ShowDiff(changes, environment);
        await environment.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (!isAgreed && !await AskAsync(changes.Count, environment, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var failed = 0;
        foreach (var change in changes)
        {
            failed += await TryWriteAsync(change, environment, cancellationToken).ConfigureAwait(false) ? 0 : 1;
        }

        return failed == 0
            ? true
            : throw ToolException.Failed($"{failed} of {ToolText.Count(changes.Count, "file")} could not be written.");
    }

    /// <summary>Shows changes as a unified diff on the standard output.</summary>
    public static void ShowDiff(ValueList<FileChange> changes, ToolEnvironment environment)
    {
        var output = TextOutput.ForOut(environment);
        foreach (var line in changes.SelectMany(change => SplitLines(change.ToUnifiedDiff())))
        {
            output.WriteFileLine(line, FindTone(line));
        }
    }

    /// <summary>Splits a text at line feeds alone, because a carriage return is part of the line.</summary>
    private static string[] SplitLines(string text) => text.TrimEnd('\n').Split('\n');

    private static Tone FindTone(string line) => line switch
    {
        ['+', '+', '+', ..] or ['-', '-', '-', ..] => Tone.Strong,
        ['@', '@', ..] => Tone.Note,
        ['+', ..] => Tone.Good,
        ['-', ..] => Tone.Error,
        _ => Tone.Plain,
    };

    private static async Task<bool> AskAsync(int count, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var output = TextOutput.ForError(environment);
        var files = ToolText.Count(count, "file");
        if (!environment.IsInputTerminal || !environment.IsErrorTerminal)
        {
            output.WriteLine($"{files} would change; nothing was written, because nobody can be asked. Add --yes to write.");
            return false;
        }

        output.Write($"Write {files}? [y/N] ", Tone.Strong);
        await environment.Error.FlushAsync(cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(environment.In, leaveOpen: true);
        var answer = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        var isAgreed = answer?.Trim() is "y" or "Y" or "yes" or "Yes";
        output.WriteLine(isAgreed ? "" : "Nothing was written.");
        return isAgreed;
    }

    /// <summary>Writes one file; a failure is told, and does not keep the others from being written.</summary>
    private static async Task<bool> TryWriteAsync(
        FileChange change, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var output = TextOutput.ForError(environment);
        if (change.File.Name == "-")
        {
            output.WriteLine("The standard input cannot be written; apply the difference with 'patch'.", Tone.Error);
            return false;
        }

        try
        {
            await change.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ManifestEditException e)
        {
            output.WriteLine(e.Message, Tone.Error);
            return false;
        }

        output.WriteLine($"wrote {change.File.Name}");
        return true;
    }
}
