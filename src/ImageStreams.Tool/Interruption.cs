using System.Runtime.InteropServices;

namespace ImageStreams.Tool;

/// <summary>Ends the process at once when somebody presses Ctrl+C, after files that are being replaced are cleaned up; a command that
/// drains has its own time for that.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly DrainTime _drain;
    private readonly CancellationTokenSource _canceled = new();
    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

#pragma warning disable CA2000 // both registrations are disposed of with this object
    public Interruption(DrainTime drain)
    {
        _drain = drain;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];
    }
#pragma warning restore CA2000

    /// <summary>Runs a command; returns its exit code, or that of an interruption.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> command)
    {
        var running = Task.Run(() => command(_canceled.Token));
        if (await Task.WhenAny(running, _interrupted.Task).ConfigureAwait(false) == running)
        {
            return await running.ConfigureAwait(false);
        }

        // Computations do not look at the token; they change nothing, so the process need not wait for them.
        var first = await Task.WhenAny(running, Task.Delay(_drain.Time, TimeProvider.System)).ConfigureAwait(false);
        return first == running && _drain.IsOwn ? await running.ConfigureAwait(false) : ToolExitCode.Interrupted;
    }

    public void Dispose()
    {
        Array.ForEach(_registrations, one => one.Dispose());
        _canceled.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        // A second signal ends a process that drains.
        context.Cancel = !_interrupted.Task.IsCompleted;
        _interrupted.TrySetResult();
        _canceled.Cancel();
    }
}
