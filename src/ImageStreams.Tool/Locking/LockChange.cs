using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The change of a lock by what was looked up: written, or only found.</summary>
internal sealed class LockChange
{
    private readonly LockFile _file;
    private readonly ImageLockUpdate _update;
    private readonly bool _isCheck;

    private LockChange(LockFile file, ImageLockUpdate update, bool isCheck)
    {
        _file = file;
        _update = update;
        _isCheck = isCheck;
    }

    /// <summary>The exit code: a check fails on a difference, and every command on a problem.</summary>
    public int ExitCode => LockReport.GetExitCode(_update.Problems, _isCheck && !_update.Differences.IsEmpty);

    private bool IsWritten => !_isCheck && _update.Lock != _file.Lock;

    /// <summary>Writes the change, unless only a check is wanted; what other processes have written meanwhile stays.</summary>
    public static async Task<LockChange> ApplyAsync(
        LockFile file, ImageLookup lookup, bool isCheck, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var change = new LockChange(file, file.Lock.Update(lookup), isCheck);
        if (change.IsWritten)
        {
            await ImageLockFile
                .UpdateAsync(file.Path, newest => newest.Update(lookup).Lock, null, environment.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }

        return change;
    }

    /// <summary>Creates the report of the change.</summary>
    public LockReport ToReport() => new()
    {
        File = _file.Path,
        IsWritten = IsWritten,
        Differences = _update.Differences,
        Problems = _update.Problems,
        Summary = $"{ToolText.Count(_update.Differences.Count, "difference")} in {ToolText.Count(_update.Lock.Images.Count, "locked image")}",
    };
}
