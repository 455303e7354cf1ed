using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="ControllerReports"/>.</summary>
/// <remarks>Copied when the reports are created; later changes have no effect on them. All options bind from
/// configuration.</remarks>
public sealed class ControllerReportsOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="ReaderCapacity"/>: 1,024.</summary>
    public const int DefaultReaderCapacity = 1024;

    /// <summary>Default of <see cref="KeptStreams"/>: 10,000.</summary>
    public const int DefaultKeptStreams = 10_000;

    /// <summary>Default of <see cref="KeptReactions"/>: 256.</summary>
    public const int DefaultKeptReactions = 256;

    private const int Most = 1 << 20;

    /// <summary>The number of reports that wait for a slow reader, after which the oldest are dropped; 1 to 1,048,576.</summary>
    public int ReaderCapacity { get; set; } = DefaultReaderCapacity;

    /// <summary>The number of streams whose last import report is kept, after which those reported longest ago are
    /// dropped; 0 to 1,048,576.</summary>
    public int KeptStreams { get; set; } = DefaultKeptStreams;

    /// <summary>The number of last reactions that are kept; 0 to 1,048,576.</summary>
    public int KeptReactions { get; set; } = DefaultKeptReactions;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Between(ReaderCapacity, 1, Most);
        errors.Between(KeptStreams, 0, Most);
        errors.Between(KeptReactions, 0, Most);
    }
}
