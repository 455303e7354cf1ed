using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>A time in which no changes are allowed, whatever the windows say, in the form of options.</summary>
/// <remarks>Both ends are local times of <see cref="ChangeWindowsOptions.TimeZone"/>, so without an offset and without a <c>Z</c>.
/// All options bind from configuration.</remarks>
public sealed class ChangeFreezeOptions : ICheckedOptions
{
    private static readonly DateTime Latest = new(9999, 1, 1);

    /// <summary>The local date and time at which the freeze begins, such as <c>2026-12-20</c>; there is no default.</summary>
    public DateTime From { get; set; }

    /// <summary>
    /// The local date and time at which the freeze ends, later than <see cref="From"/> and before the year 9999; there is no
    /// default.
    /// </summary>
    /// <remarks>To stop without an end, pause everything: <see cref="TriggerController.PauseEverything"/>.</remarks>
    public DateTime To { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(To > From, nameof(To), To, $"later than {nameof(From)}");
        errors.Require(To < Latest, nameof(To), To, "before the year 9999: a freeze has an end");
        CheckIsLocal(errors, From, nameof(From));
        CheckIsLocal(errors, To, nameof(To));
    }

    private static void CheckIsLocal(OptionsErrors errors, DateTime time, string name) => errors.Require(
        time.Kind == DateTimeKind.Unspecified, name, time, "a time of the time zone, without an offset of its own");
}
