using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Validation;

/// <summary>Validates a deployment configuration that has the defaults of a server for its triggers.</summary>
internal sealed class DeploymentConfigRules(DeploymentConfig config, FieldErrors errors)
{
    private readonly FieldNode _spec = FieldNode.Parse(RawJson.FromValid(ImageStreamJson.SerializeToUtf8Bytes(config)))["spec"];

    private FieldNode Template => _spec["template"];

    /// <summary>Checks all fields, in the order of the server.</summary>
    public void Check()
    {
        NewObjectRules.Check(config.Metadata, DnsNameRules.FindSubdomainProblems, errors);
        DeploymentTriggerRules.Check(_spec["triggers"], errors);
        if (Template.Exists)
        {
            new DeploymentStrategyRules(Template["spec"], errors).Check(_spec["strategy"]);
        }

        errors.CheckNotNegative(_spec["revisionHistoryLimit"]);
        CheckReadiness(_spec["minReadySeconds"]);
        CheckTemplate();
        CheckReplicas(_spec["replicas"]);
        if (ReadSelector().IsEmpty)
        {
            errors.Invalid(_spec["selector"].Path, null, "The selector is empty: set it, or the labels of the template.");
        }
    }

    /// <summary>Reads the selector; without one, the server takes the labels of the template.</summary>
    private ValueMap<string> ReadSelector()
    {
        var selector = _spec["selector"].ToMap();
        return selector.IsEmpty ? Template["metadata"]["labels"].ToMap() : selector;
    }

    private void CheckReadiness(FieldNode seconds)
    {
        errors.CheckNotNegative(seconds);
        var strategy = new DeploymentTimes(_spec["strategy"]);
        var ready = seconds.Number ?? 0;
        if (strategy.Timeout > 0 && ready >= strategy.Timeout)
        {
            errors.Invalid(seconds.Path, ready, $"A pod must be ready for {ready} s, but the deployment times out after {strategy.Timeout} s.");
        }

        if (ready >= strategy.Deadline)
        {
            errors.Invalid(seconds.Path, ready,
                $"A pod must be ready for {ready} s, but the deployer has a deadline of {strategy.Deadline} s (activeDeadlineSeconds).");
        }
    }

    private void CheckTemplate()
    {
        if (!Template.Exists)
        {
            errors.Required(Template.Path, "The configuration needs a pod template.");
            return;
        }

        PodTemplateRules.CheckSelected(Template, ReadSelector(), errors);
        new PodTemplateRules(DeploymentTriggerRules.FindContainers(_spec["triggers"]), errors).Check(Template);
        PodTemplateRules.CheckAlwaysRestarts(Template, errors);
    }

    private void CheckReplicas(FieldNode replicas)
    {
        if (replicas.Number is < 0 and var count)
        {
            errors.Invalid(replicas.Path, count, $"The number of replicas is {count}, but must not be negative.");
        }
    }
}
