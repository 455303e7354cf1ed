using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Validation;

/// <summary>Validates a build configuration that has the defaults of a server: its metadata, triggers, policies and build.</summary>
internal sealed class BuildConfigRules(BuildConfig config, FieldErrors errors)
{
    private readonly FieldNode _spec = FieldNode.Parse(RawJson.FromValid(ImageStreamJson.SerializeToUtf8Bytes(config)))["spec"];

    /// <summary>Checks all fields, in the order of the server.</summary>
    public void Check()
    {
        NewObjectRules.Check(config.Metadata, DnsNameRules.FindSubdomainProblems, errors);
        CheckTriggers();
        CheckRunPolicy(_spec["runPolicy"]);
        errors.CheckNotNegative(_spec["successfulBuildsHistoryLimit"]);
        errors.CheckNotNegative(_spec["failedBuildsHistoryLimit"]);
        new BuildSpecRules(_spec, errors).Check();
    }

    private void CheckTriggers()
    {
        var rules = new BuildTriggerRules(errors);
        var tags = new HashSet<(string?, string?)>();
        foreach (var (trigger, node) in config.Spec.Triggers.Zip(_spec["triggers"].GetItems()))
        {
            if (!config.Spec.Keeps(trigger))
            {
                continue; // the server drops it
            }

            rules.Check(trigger, node);
            if (trigger is { Type: BuildTriggerPolicy.ImageChangeType, ImageChange: not null } && !tags.Add(FindTag(trigger)))
            {
                errors.Invalid(_spec["triggers"].Path, null,
                    $"{node.Path} follows the same tag as another ImageChange trigger: keep one of them.");
            }
        }
    }

    /// <summary>Finds the tag of a trigger; triggers on anything else count as triggers on the same, as the server compares.</summary>
    private (string? Namespace, string? Name) FindTag(BuildTriggerPolicy trigger)
    {
        var from = trigger.ImageChange?.From ?? config.Spec.Strategy.From;
        return from is { Kind: ReferenceKinds.ImageStreamTag } ? (from.NamespaceOr(config.Metadata.Namespace), from.Name) : default;
    }

    private void CheckRunPolicy(FieldNode policy)
    {
        if (policy.Text is not ("Parallel" or "Serial" or "SerialLatestOnly"))
        {
            errors.Invalid(policy.Path, policy.Text,
                $"'{NameTexts.Excerpt(policy.Text)}' is not a run policy: use Parallel, Serial, or SerialLatestOnly.");
        }
    }
}
