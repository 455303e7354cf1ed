using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Examines the policy and the gates of one spec tag.</summary>
internal sealed class PolicyExamination(ImageStream stream, int index, DoctorContext context)
{
    private readonly TagReference _reference = stream.Spec.Tags[index];
    private readonly ObjectFindings _findings = context.ForObject(ImageStream.KindName, stream.Namespace, stream.Name);
    private readonly ImageStreamTagName _tag = ImageStreamTagName.FromParts(stream.Namespace, stream.Name, stream.Spec.Tags[index].Name);

    public void Run()
    {
        if (_reference.Annotations.IsEmpty && !stream.Metadata.Annotations.ContainsKey(TagMovesAnnotation.Name))
        {
            return;
        }

        CheckGates();
        switch (TagPolicyAnnotation.Read(_reference))
        {
            case TagPolicyReading.Invalid invalid:
                _findings.Add(TriggerRules.InvalidPolicy, Path(TagPolicyAnnotation.Name), _tag, _tag, invalid.Error);
                break;
            case TagPolicyReading.Found found:
                Check(found.Policy);
                break;
            default:
                CheckLeftovers();
                CheckLost();
                break;
        }
    }

    private void CheckGates()
    {
        if (TagGatesAnnotation.Read(_reference) is TagGateReading<TagGateSet>.Invalid gates)
        {
            _findings.Add(TriggerRules.InvalidGates, Path(TagGatesAnnotation.Name), _tag, _tag, gates.Error);
        }

        if (TagApprovalsAnnotation.Read(_reference) is TagGateReading<ValueList<TagApproval>>.Invalid approvals)
        {
            _findings.Add(TriggerRules.InvalidApprovals, Path(TagApprovalsAnnotation.Name), _tag, _tag, approvals.Error);
        }
    }

    private void Check(TagPolicy policy)
    {
        var path = Path(TagPolicyAnnotation.Name);
        var source = _reference.GetSourceKind();
        if (source != TagSourceKind.Import)
        {
            _findings.Add(TriggerRules.VoidPolicy, path, _tag, _tag, FindingTexts.ExplainUnscheduled(source));
            return;
        }

        if (EmptyRange.IsEmpty(policy))
        {
            _findings.Add(TriggerRules.EmptyVersionRange, path, _tag, _tag, policy.Range ?? "*");
        }
        else
        {
            CheckKnownTags(policy, path);
        }

        if (context.Tags.FindPusher(_tag) is { } build)
        {
            _findings.Add(TriggerRules.PushedPolicyTag, path, _tag, _tag, build.Name);
        }

        if (context.Cycles.FindCycle(_tag) is { } other)
        {
            _findings.Add(TriggerRules.PolicyCycle, path, _tag, _tag, other);
        }
    }

    // A stream that imported the repository as a whole knows its tags of that time.
    private void CheckKnownTags(TagPolicy policy, string path)
    {
        var followed = ImageReference.Parse(_reference.From!.Name!);
        var isKnown = ImageReference.TryParse(stream.Spec.DockerImageRepository ?? "", out var whole)
            && PolicyCycles.GetRepository(whole) == PolicyCycles.GetRepository(followed);
        CandidateTag[] tags = isKnown ? [.. stream.Status.Tags.Select(tag => CandidateTag.Create(tag.Tag))] : [];
        if (tags.Length > 0 && policy.Choose(tags, null, DateTimeOffset.MaxValue) is TagChoice.Nothing nothing)
        {
            var count = string.Create(CultureInfo.InvariantCulture, $"{tags.Length} tags");
            _findings.Add(TriggerRules.NothingFits, path, _tag, _tag, count, whole, nothing.Explanation);
        }
    }

    private void CheckLeftovers()
    {
        string[] names = [TagGatesAnnotation.Name, TagApprovalsAnnotation.Name, TagGateStateAnnotation.Name];
        if (Array.Find(names, _reference.Annotations.ContainsKey) is { } name)
        {
            _findings.Add(TriggerRules.GatesWithoutPolicy, Path(name), _tag, _tag, $"the annotation {name}");
        }
    }

    private void CheckLost()
    {
        if (TagMovesAnnotation.Read(stream).TryGetValue(_reference.Name, out var moved))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.tags[{index}]");
            _findings.Add(TriggerRules.LostPolicy, path, _tag, _tag, moved.Tag);
        }
    }

    private string Path(string annotation) =>
        string.Create(CultureInfo.InvariantCulture, $"spec.tags[{index}].annotations['{annotation}']");
}
