using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The errors of gates.</summary>
internal static class TagGateChecks
{
    public const int MaxNames = 16;
    public const int MaxName = 128;
    public const int MaxOpenings = 16;
    public const int MaxFreezes = 32;
    private const int MaxCheckName = 63;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Finds the first error; null without any.</summary>
    public static TagPolicyError? Find(TagGateSet set)
    {
        if (set.Gates.Count > TagGateSet.MaxGates)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.TooMany, $"[{TagGateSet.MaxGates}]", "There are more than 16 gates.");
        }

        for (var i = 0; i < set.Gates.Count; i++)
        {
            if (Find(set.Gates[i]) is { } error)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"[{i}]");
                return error with { Field = error.Field.Length == 0 ? place : $"{place}.{error.Field}" };
            }
        }

        return null;
    }

    /// <summary>Determines whether a text can be the name of a check of images.</summary>
    public static bool IsCheckName(string? name) =>
        name?.Length is > 0 and <= MaxCheckName && name.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-');

    private static TagPolicyError? Find(TagGate gate) => gate switch
    {
        TagGate.Maturity maturity => FindTime("for", maturity.For),
        TagGate.Interval interval => FindTime("every", interval.Every),
        TagGate.Approval { Expires: { } time } approval => FindName(approval.By) ?? FindTime("expires", time),
        TagGate.Approval approval => FindName(approval.By),
        TagGate.Image image => IsCheckName(image.Check) ? null
            : Invalid("name", "The name of a check has 1 to 63 lower-case letters, digits and dashes."),
        TagGate.Window window => FindHours(window) ?? FindDays(window) ?? FindClosed(window),
        _ => null,
    };

    private static TagPolicyError? FindTime(string field, TimeSpan time) =>
        time > TimeSpan.Zero && time <= TagGate.MaxTime && time.Ticks % TimeSpan.TicksPerMillisecond == 0
            ? null
            : Invalid(field, "The time must be more than none, at most 366 days, and a number of whole milliseconds.");

    private static TagPolicyError? FindName(ValueList<string> names)
    {
        if (names.Count > MaxNames)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.TooMany, "by", "There are more than 16 names.");
        }

        return names.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
            ? Invalid("by", "A name is not blank, and has at most 128 characters.")
            : null;
    }

    private static TagPolicyError? FindHours(TagGate.Window window)
    {
        var hours = window.Open ?? [];
        if (window.Open is { IsEmpty: true })
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.NeverOpens, "open", "A window without hours never opens; leave open out for all hours.");
        }

        if (hours.Count > MaxOpenings)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.TooMany, "open", "There are more than 16 hours.");
        }

        return hours.Any(one => !IsUsable(one))
            ? Invalid("open", "Hours begin before 24:00, end at another time, in whole minutes, and name no day twice.")
            : null;
    }

    private static bool IsUsable(GateOpening opening) =>
        opening.From >= TimeSpan.Zero && opening.From < Day && opening.To >= TimeSpan.Zero && opening.To <= Day
        && opening.From != opening.To && opening.Days.Distinct().Count() == opening.Days.Count && opening.Days.All(Enum.IsDefined)
        && opening.From.Ticks % TimeSpan.TicksPerMinute == 0 && opening.To.Ticks % TimeSpan.TicksPerMinute == 0;

    private static TagPolicyError? FindDays(TagGate.Window window)
    {
        if (window.Freezes.Count > MaxFreezes)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.TooMany, "freeze", "There are more than 32 freezes.");
        }

        return window.Freezes.Any(freeze => freeze.To < freeze.From)
            ? Invalid("freeze", "A freeze does not end before it begins.")
            : null;
    }

    private static TagPolicyError? FindClosed(TagGate.Window window)
    {
        if (GateCalendar.Create(window) is not { } calendar)
        {
            return TagPolicyChecks.Refuse(
                TagPolicyFailure.UnknownTimeZone, "zone", "This machine has no such time zone; write an IANA name such as Europe/Berlin, or UTC.");
        }

        return calendar.OpensAtLast() ? null
            : TagPolicyChecks.Refuse(TagPolicyFailure.NeverOpens, "freeze", "The freezes never end, so that the window never opens again.");
    }

    private static TagPolicyError Invalid(string field, string message) =>
        TagPolicyChecks.Refuse(TagPolicyFailure.InvalidValue, field, message);
}
