using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>A time in which changes are allowed, on one or more days of each week, in the form of options.</summary>
/// <remarks>All options bind from configuration.</remarks>
public sealed class ChangeWindowOptions : ICheckedOptions
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The days of the week on which the window opens; every day when empty, which is the default.</summary>
    public IList<DayOfWeek> Days { get; } = new List<DayOfWeek>();

    /// <summary>The local time at which the window opens; from zero, the default, to less than 24 hours.</summary>
    public TimeSpan From { get; set; }

    /// <summary>
    /// The local time at which the window closes; from zero to 24 hours. The same as <see cref="From"/> or earlier means that
    /// time on the next day, so both at zero, the default, is the whole day.
    /// </summary>
    public TimeSpan To { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(From >= TimeSpan.Zero && From < Day, nameof(From), From, "from zero to less than 24 hours");
        errors.Between(To, TimeSpan.Zero, Day);
        foreach (var day in Days)
        {
            errors.Defined(day, nameof(Days));
        }
    }
}
