namespace ImageStreams.Hosting;

/// <summary>The states of a <see cref="ControllerLoop"/>.</summary>
public enum ControllerLoopState
{
    /// <summary>The loop has not started yet.</summary>
    Waiting,

    /// <summary>The loop runs.</summary>
    Running,

    /// <summary>The loop died by an exception, and starts again after a delay.</summary>
    Restarting,

    /// <summary>The loop has ended: the host stops, or nothing was left to do.</summary>
    Stopped,
}
