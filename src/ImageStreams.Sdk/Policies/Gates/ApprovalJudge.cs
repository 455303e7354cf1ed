using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Decides whether an image is approved.</summary>
/// <param name="question">The image.</param>
/// <param name="asked">The time from which people are asked: the end of the maturity, however the gates are ordered.</param>
/// <param name="now">The time.</param>
internal sealed class ApprovalJudge(TagGateQuestion question, DateTimeOffset asked, DateTimeOffset now)
{
    /// <summary>Finds the approval that counts for an image; null for none.</summary>
    public TagApproval? Find(TagGate.Approval gate) => question.Approvals.FirstOrDefault(approval =>
        approval.Tag == question.Tag && approval.Digest == question.Digest
        && (approval.Until is not { } until || now < until)
        && (gate.By.IsEmpty || gate.By.Contains(approval.By)));

    /// <summary>Determines whether an approval that is seen now comes too late.</summary>
    public bool IsTooLate(TagGate.Approval gate) => gate.Expires is { } time && now >= asked + time && question.Record?.ApprovedAt is null;

    /// <summary>Decides.</summary>
    public TagGateResult Judge(TagGate.Approval gate)
    {
        var tag = PrintableText.ShowName(question.Tag);
        if (IsTooLate(gate))
        {
            return new TagGateResult.Refused { Gate = gate, Text = $"Nobody approved {tag} in {ShortDuration.Write(gate.Expires!.Value)}." };
        }

        if (Find(gate) is { } approval)
        {
            return new TagGateResult.Open { Gate = gate, Text = $"{PrintableText.ShowName(approval.By)} approved {tag}." };
        }

        var names = gate.By.IsEmpty ? "somebody" : string.Join(" or ", gate.By.Select(name => PrintableText.ShowName(name)));
        var end = asked + gate.Expires is { } time && time > now ? time : (DateTimeOffset?)null;
        return new TagGateResult.Held { Gate = gate, Text = $"{tag} waits for the approval of {names} ({question.Digest}).", Until = end };
    }
}
