using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Evaluations of triggers: the workloads that get other images, and the builds that start.</summary>
/// <remarks>Objects are read beforehand, except in runs that end in <c>-first</c>.</remarks>
public static class TriggerBenches
{
    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("update-objects", UpdateObjects),
        new("update-objects-kept", UpdateObjectsKept),
        new("update-objects-first", UpdateObjectsFirst),
        new("buildconfig-triggers", BuildConfigTriggers),
    ];

    /// <summary>The annotation is read each time, as Go does, which keeps nothing.</summary>
    private static QuickOperation UpdateObjects(int size)
    {
        var workloads = TriggerInputs.Deployments(size);
        var updated = 0L;
        return new QuickOperation(
            () =>
            {
                Array.ForEach(workloads, workload => GetKeptTriggers(workload) = default);
                return updated = Update(workloads);
            },
            () => updated);
    }

    /// <summary>Objects that keep their parsed annotation, as in a controller that looks at them again.</summary>
    private static QuickOperation UpdateObjectsKept(int size)
    {
        var workloads = TriggerInputs.Deployments(size);
        var updated = 0L;
        return new QuickOperation(() => updated = Update(workloads), () => updated);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_triggers")]
    private static extern ref ValueList<ObjectFieldTrigger> GetKeptTriggers(Workload workload);

    /// <summary>Includes reading the objects, because they cache their parsed annotation.</summary>
    private static QuickOperation UpdateObjectsFirst(int size)
    {
        var texts = Array.ConvertAll(TriggerInputs.Deployments(size), workload => workload.ToJson());
        return new QuickOperation(() => Update(Array.ConvertAll(texts, Workload.Parse)));
    }

    private static QuickOperation BuildConfigTriggers(int size)
    {
        var configs = TriggerInputs.BuildConfigs(size);
        var (triggers, requests) = (0L, 0L);
        return new QuickOperation(
            () => ((triggers, requests) = Decide(configs)).requests,
            () => new JsonArray(triggers, requests));
    }

    private static long Update(Workload[] workloads)
    {
        var updated = 0L;
        foreach (var workload in workloads)
        {
            updated += WorkloadTriggers.Evaluate(workload, TriggerInputs.Tags) is WorkloadTriggerResult.Changed ? 1 : 0;
        }

        return updated;
    }

    private static (long Triggers, long Requests) Decide(BuildConfig[] configs)
    {
        var (triggers, requests) = (0L, 0L);
        foreach (var config in configs)
        {
            triggers += BuildTriggers.List(config).Count;
            requests += BuildTriggers.Evaluate(config, TriggerInputs.Tags) is BuildTriggerResult.BuildRequired ? 1 : 0;
        }

        return (triggers, requests);
    }
}
