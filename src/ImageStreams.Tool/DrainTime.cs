namespace ImageStreams.Tool;

/// <summary>The time that an interrupted command has to end on its own.</summary>
internal sealed class DrainTime
{
    /// <summary>Enough to remove a temporary file.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    /// <summary>The time.</summary>
    public TimeSpan Time { get; private set; } = Short;

    /// <summary>Gets a value indicating whether the command asked for its time, and so its exit code counts.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Gives the command more time, because it ends what others wait for.</summary>
    public void Set(TimeSpan time)
    {
        Time = time;
        IsOwn = true;
    }
}
