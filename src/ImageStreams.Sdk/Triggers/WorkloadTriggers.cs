using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>Says which containers of a workload must get another image, by the triggers in its annotation.</summary>
/// <remarks>
/// For Deployments, DaemonSets, StatefulSets, ReplicaSets, ReplicationControllers, Jobs, CronJobs, PodTemplates and
/// Pods, in the form of Kubernetes JSON. Reads only: it says what is to change, and leaves the object to its owner.
/// </remarks>
public static class WorkloadTriggers
{
    /// <summary>What becomes of each trigger of a workload, in their order; empty when it has none.</summary>
    /// <param name="workload">The object.</param>
    /// <param name="tags">What the tags point to.</param>
    /// <exception cref="TriggerAnnotationException">The object's annotation cannot be used.</exception>
    /// <exception cref="ArgumentException">
    /// There is no object, it is of a kind whose pods are not known, or a text in it has half of a surrogate pair.
    /// </exception>
    public static ValueList<WorkloadTriggerOutcome> Evaluate(RawJson workload, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(tags);

        if (workload.IsAbsent)
        {
            throw new ArgumentException("There is no object to evaluate.", nameof(workload));
        }

        var root = workload.ToJsonElement();
        var podSpecPath = PodSpecPath(WorkloadText.Of(root, "kind"));
        var metadata = WorkloadText.Child(root, "metadata");
        var ns = WorkloadText.Of(metadata, "namespace");
        var containers = new PodContainers(podSpecPath.Split('.').Aggregate(root, WorkloadText.Child), podSpecPath);
        return Triggers(metadata).Select(trigger => Evaluate(trigger, ns, containers, tags)).ToValueList();
    }

    private static WorkloadTriggerOutcome Evaluate(
        ObjectFieldTrigger trigger, string ns, PodContainers containers, ITagLookup tags)
    {
        var outcome = new WorkloadTriggerOutcome { Trigger = trigger, Verdict = TriggerVerdict.Paused };
        if (trigger.Paused)
        {
            return outcome;
        }

        if (containers.Find(trigger.FieldPath) is not { } container)
        {
            return outcome with { Verdict = TriggerVerdict.NoSuchField };
        }

        outcome = outcome with
        {
            Container = WorkloadText.Of(container, "name"),
            Image = WorkloadText.Of(container, "image"),
        };
        return tags.Find(NamespaceOf.Reference(trigger.From.Namespace, ns), trigger.From.Name).PullSpec is { } pullSpec
            ? outcome with
            {
                PullSpec = pullSpec,
                Verdict = pullSpec == outcome.Image ? TriggerVerdict.Unchanged : TriggerVerdict.Fires,
            }
            : outcome with { Verdict = TriggerVerdict.Unresolved };
    }

    private static ValueList<ObjectFieldTrigger> Triggers(JsonElement metadata) =>
        WorkloadText.Find(WorkloadText.Child(metadata, "annotations"), ObjectFieldTrigger.AnnotationName) is { } text
            ? TriggerAnnotation.Parse(text)
            : [];

    /// <summary>Where an object of a kind keeps the description of its pods.</summary>
    private static string PodSpecPath(string kind) => kind switch
    {
        "Pod" => "spec",
        "PodTemplate" => "template.spec",
        "CronJob" => "spec.jobTemplate.spec.template.spec",
        "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet" or "ReplicationController" or "Job"
            or "DeploymentConfig" => "spec.template.spec",
        _ => throw new ArgumentException($"Image triggers do not know where an object of kind '{kind}' keeps its pods."),
    };
}
