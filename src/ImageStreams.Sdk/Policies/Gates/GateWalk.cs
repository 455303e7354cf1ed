using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>Goes over the tags that a policy prefers, the best one first, until the gates let one pass.</summary>
internal sealed class GateWalk
{
    private readonly TagGateRequest _request;
    private readonly ValueMap<string> _checks;
    private readonly DateTimeOffset _now;
    private readonly TagGateReading<TagGateSet> _gates;
    private readonly TagGateState _before;
    private readonly ValueList<TagApproval> _approvals;
    private readonly List<TagPolicyError> _problems = [];
    private readonly List<TagGateCandidate> _records = [];
    private readonly List<GatedCandidate> _decided = [];
    private CandidateTag? _taken;

    public GateWalk(TagGateRequest request, ValueMap<string> checks, DateTimeOffset now)
    {
        (_request, _checks, _now) = (request, checks, now);
        _gates = TagGatesAnnotation.Read(request.Tag);
        _before = Use(TagGateStateAnnotation.Read(request.Tag), TagGateState.Empty);
        _approvals = Use(TagApprovalsAnnotation.Read(request.Tag), []);
    }

    /// <summary>The tags to go over.</summary>
    public IEnumerable<CandidateTag> Candidates => _request.Candidates.Take(TagGateState.MaxCandidates);

    private TagGateSet Set => _gates is TagGateReading<TagGateSet>.Found { Value: var set } ? set : TagGateSet.None;

    /// <summary>Decides on a tag, with its record.</summary>
    public GateDecision Decide(CandidateTag tag, ref TagGateCandidate? record)
    {
        if (_gates is TagGateReading<TagGateSet>.Invalid { Error: var error })
        {
            return new GateDecision.Invalid { Error = error };
        }

        record = record is null ? null : NoteApproval(tag, record);
        return Set.Decide(Ask(tag, record), _now);
    }

    /// <summary>Finds the record of a tag with its digest, or begins one; null when the digest is not known.</summary>
    public TagGateCandidate? Recall(CandidateTag tag)
    {
        if (tag.Digest is not { } digest)
        {
            return null;
        }

        var record = _before.Candidates.FirstOrDefault(one => one.Tag == tag.Name && one.Digest == digest);
        return record is null
            ? new TagGateCandidate { Tag = tag.Name, Digest = digest, SeenAt = TagGateState.ToSecond(_now) }
            : record with { Checks = record.Checks.Where(HasCheck).ToValueList() };
    }

    /// <summary>Notes a decision; true when the tag is taken.</summary>
    public bool Take(CandidateTag tag, TagGateCandidate? record, GateDecision decision)
    {
        _decided.Add(new GatedCandidate(tag, decision));
        if (decision is GateDecision.Open)
        {
            _taken = tag;
            return true;
        }

        var kept = record is null ? _before.Candidates.FirstOrDefault(one => one.Tag == tag.Name) : Mark(record, decision);
        if (kept is not null)
        {
            _records.Add(kept);
        }

        return false;
    }

    /// <summary>Creates the answer.</summary>
    public GatedChoice Finish()
    {
        var (candidates, problems) = (_decided.ToValueList(), _problems.ToValueList());
        var state = Set.Gates.IsEmpty ? _before : _before with { Candidates = _records.ToValueList() };
        if (_taken is not { } tag)
        {
            return new GatedChoice.Stay { Candidates = candidates, Problems = problems, Before = _before, State = state };
        }

        state = Set.Gates.IsEmpty ? state : state with { MovedAt = TagGateState.ToSecond(_now) };
        return new GatedChoice.Move { Tag = tag, Candidates = candidates, Problems = problems, Before = _before, State = state };
    }

    private bool HasCheck(ImageGateRecord check) => Set.Gates.OfType<TagGate.Image>().Any(gate => gate.Check == check.Name);

    private TagGateQuestion Ask(CandidateTag tag, TagGateCandidate? record) => new()
    {
        Tag = tag.Name,
        Digest = tag.Digest,
        Record = record,
        Approvals = _approvals,
        MovedAt = _before.MovedAt,
        Checks = _checks,
    };

    // The first time of an approval is kept as long as there is one, so that it does not expire with its request.
    private TagGateCandidate NoteApproval(CandidateTag tag, TagGateCandidate record)
    {
        var seen = record.SeenAt < _now ? record.SeenAt : _now;
        var judge = new ApprovalJudge(Ask(tag, record), seen + Set.Maturity, _now);
        TagGate.Approval[] gates = [.. Set.Gates.OfType<TagGate.Approval>()];
        if (!gates.Any(gate => judge.Find(gate) is not null))
        {
            return record with { ApprovedAt = null };
        }

        var isLate = gates.Any(judge.IsTooLate);
        return isLate ? record : record with { ApprovedAt = record.ApprovedAt ?? TagGateState.ToSecond(_now) };
    }

    private static TagGateCandidate Mark(TagGateCandidate record, GateDecision decision) => record with
    {
        Results = decision.Results.Select(result => new TagGateMark(result.Gate.Name, result.Standing, FindEnd(result))).ToValueList(),
    };

    private static DateTimeOffset? FindEnd(TagGateResult result) =>
        result is TagGateResult.Held { Until: { } time } ? TagGateState.ToSecond(time) : null;

    private T Use<T>(TagGateReading<T> reading, T absent)
    {
        if (reading is TagGateReading<T>.Invalid { Error: var error })
        {
            _problems.Add(error);
        }

        return reading is TagGateReading<T>.Found { Value: var value } ? value : absent;
    }
}
