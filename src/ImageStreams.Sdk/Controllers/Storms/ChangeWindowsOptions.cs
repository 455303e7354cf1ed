using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>The options of <see cref="ChangeWindows"/>.</summary>
/// <remarks>Copied when the windows are created; later changes have no effect on them. All options bind from
/// configuration.</remarks>
public sealed class ChangeWindowsOptions : ICheckedOptions
{
    /// <summary>The highest number of windows, and of freezes: 100.</summary>
    public const int MaxCount = 100;

    /// <summary>
    /// The time zone of all local times, by its name in the IANA database, such as <c>Europe/Berlin</c>; <c>UTC</c> by default.
    /// </summary>
    /// <remarks>The machine must know the zone: container images without <c>tzdata</c> know only UTC.</remarks>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The windows in which changes are allowed; always, when empty, apart from freezes. At most 100.</summary>
    public IList<ChangeWindowOptions> Windows { get; } = new List<ChangeWindowOptions>();

    /// <summary>The times in which no changes are allowed; none by default. At most 100.</summary>
    public IList<ChangeFreezeOptions> Freezes { get; } = new List<ChangeFreezeOptions>();

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(
            TimeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _),
            nameof(TimeZone),
            TimeZone,
            "a time zone that this machine knows");
        errors.Between(Windows.Count, 0, MaxCount, nameof(Windows));
        errors.Between(Freezes.Count, 0, MaxCount, nameof(Freezes));
        errors.CheckEach(Windows);
        errors.CheckEach(Freezes);
    }
}
