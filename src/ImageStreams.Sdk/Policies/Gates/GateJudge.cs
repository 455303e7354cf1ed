using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Decides on one image at one time.</summary>
internal sealed class GateJudge(TagGateSet set, TagGateQuestion question, DateTimeOffset now)
{
    private readonly DateTimeOffset _seen = Earlier(question.Record?.SeenAt ?? now, now);

    /// <summary>Asks all gates.</summary>
    public GateDecision Decide()
    {
        var results = new List<TagGateResult>(set.Gates.Count);
        foreach (var gate in set.Gates)
        {
            results.Add(Judge(gate, results.TrueForAll(result => result is TagGateResult.Open)));
        }

        var standing = results.Select(result => result.Standing).DefaultIfEmpty(TagGateStanding.Open).Max();
        return standing switch
        {
            TagGateStanding.Open => new GateDecision.Open { Results = results.ToValueList() },
            TagGateStanding.Held => new GateDecision.Held { Results = results.ToValueList() },
            _ => new GateDecision.Refused { Results = results.ToValueList() },
        };
    }

    private TagGateResult Judge(TagGate gate, bool isReached) => gate switch
    {
        _ when question.Digest is null => Hold(gate, $"The digest of {Tag} is not known."),
        TagGate.Maturity maturity => JudgeMaturity(maturity),
        TagGate.Interval interval => JudgeInterval(interval),
        TagGate.Window window => JudgeWindow(window),
        TagGate.Approval approval => new ApprovalJudge(question, _seen + set.Maturity, now).Judge(approval),
        TagGate.Image image => JudgeImage(image, isReached),
        _ => Hold(gate, "The gate is not known."),
    };

    private string Tag => PrintableText.ShowName(question.Tag);

    private TagGateResult JudgeMaturity(TagGate.Maturity gate)
    {
        var until = _seen + gate.For;
        return now >= until
            ? Open(gate, $"{Tag} has been seen for {ShortDuration.Write(gate.For)}.")
            : Hold(gate, $"{Tag} has its image since {AnnotationJson.Format(_seen)}, and may be taken from {AnnotationJson.Format(until)}.", until);
    }

    private TagGateResult JudgeInterval(TagGate.Interval gate)
    {
        var time = ShortDuration.Write(gate.Every);
        if (question.MovedAt is not { } moved)
        {
            return Open(gate, "The tag did not move before.");
        }

        var until = Earlier(moved, now) + gate.Every;
        return now >= until
            ? Open(gate, $"The tag did not move for {time}.")
            : Hold(gate, $"The tag moved at {AnnotationJson.Format(moved)}, and moves once in {time}: again from {AnnotationJson.Format(until)}.", until);
    }

    private TagGateResult JudgeWindow(TagGate.Window gate)
    {
        if (GateCalendar.Create(gate) is not { } calendar)
        {
            return Hold(gate, "This machine has no such time zone.");
        }

        if (calendar.IsOpen(now))
        {
            return Open(gate, "The window is open.");
        }

        var until = calendar.FindNextOpening(now);
        var reason = calendar.FindFreeze(now) is { } freeze ? $"frozen ({freeze})" : "closed";
        return Hold(gate, $"The window is {reason} until {(until is { } time ? AnnotationJson.Format(time) : "the end of time")}.", until);
    }

    private TagGateResult JudgeImage(TagGate.Image gate, bool isReached)
    {
        if (!question.Checks.TryGetValue(gate.Check, out var revision))
        {
            return Hold(gate, $"There is no check {gate.Check} here.");
        }

        var record = question.Record?.FindCheck(gate.Check, revision);
        return record?.Standing switch
        {
            TagGateStanding.Open => Open(gate, $"{gate.Check} passed {Tag}{Because(record)}"),
            TagGateStanding.Refused => new TagGateResult.Refused { Gate = gate, Text = $"{gate.Check} refuses {Tag}{Because(record)}" },
            _ => HoldImage(gate, record, isReached),
        };
    }

    private TagGateResult.Held HoldImage(TagGate.Image gate, ImageGateRecord? record, bool isReached)
    {
        if (record?.NextTry is { } next && next > now)
        {
            return Hold(gate, $"{gate.Check} has no answer yet{Because(record)} It is asked again at {AnnotationJson.Format(next)}.", next);
        }

        return isReached
            ? Hold(gate, $"{gate.Check} is to be asked about {Tag}.") with { IsDue = true }
            : Hold(gate, $"{gate.Check} is asked when the gates before it are open.");
    }

    private static string Because(ImageGateRecord record) =>
        record.Reason.Length == 0 ? "." : $": {PrintableText.Escape(record.Reason, ImageGateRecord.MaxReason).TrimEnd('.')}.";

    private static TagGateResult.Open Open(TagGate gate, string text) => new() { Gate = gate, Text = text };

    private static TagGateResult.Held Hold(TagGate gate, string text, DateTimeOffset? until = null) =>
        new() { Gate = gate, Text = text, Until = until };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
