using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="ControllerState"/>.</summary>
/// <remarks>Copied when the state is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class ControllerStateOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="BatchSize"/>: 500.</summary>
    public const int DefaultBatchSize = 500;

    /// <summary>Default of <see cref="WriteInterval"/>: one second.</summary>
    public static readonly TimeSpan DefaultWriteInterval = TimeSpan.FromSeconds(1);

    /// <summary>Default of <see cref="FlushTimeout"/>: five seconds.</summary>
    public static readonly TimeSpan DefaultFlushTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The largest number of records in one write; at least 1.</summary>
    public int BatchSize { get; set; } = DefaultBatchSize;

    /// <summary>The time between two writes while the state runs; more than zero, at most an hour. A process that is killed
    /// loses the changes of this time.</summary>
    public TimeSpan WriteInterval { get; set; } = DefaultWriteInterval;

    /// <summary>The longest time of the last write, after the state was told to end; more than zero, at most an hour.</summary>
    public TimeSpan FlushTimeout { get; set; } = DefaultFlushTimeout;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(BatchSize, 1);
        errors.Positive(WriteInterval, Hour);
        errors.Positive(FlushTimeout, Hour);
    }

    internal ControllerStateOptions Copy() => (ControllerStateOptions)MemberwiseClone();
}
