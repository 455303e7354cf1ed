using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Reading and editing workloads, and their triggers: the size is the number of containers, triggers or fields.</summary>
public static class WorkloadGrowth
{
    private static readonly ImageStreamTagName Tag = ImageStreamTagName.FromParts("ns0", "s001", "latest");

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("Workload.Parse containers", 10, size => Parse(Deployment(size, 0))),
        new("Workload.Parse annotations", 10, size => Parse(WithFields(size))),
        new("Workload.Parse depth", 1, size => Parse($$"""{"kind":"Deployment","x":{{new string('[', size)}}{{new string(']', size)}}}""")),
        new("Workload.WithAnnotation", 10, size => Annotate(WithFields(size))),
        new("Workload.WithImages", 10, size => SetImages(Deployment(size, 0))),
        new("TriggerAnnotation.Parse", 10, size => ParseAnnotation(Annotation(size))),
        new("TriggerAnnotation.Write", 10, size => WriteAnnotation(Annotation(size))),
        new("WorkloadTriggers.Evaluate", 10, size => Evaluate(Deployment(size, size))),
        new("WorkloadTriggers.Evaluate, explained", 10, size => Explain(Deployment(size, size))),
        new("WorkloadTriggers.Add", 10, size => Change(Deployment(size, size - 1), w => WorkloadTriggers.Add(w, $"c{size - 1}", Tag))),
        new("WorkloadTriggers.Remove", 10, size => Change(Deployment(size, size), w => WorkloadTriggers.Remove(w, "c0"))),
        new("WorkloadTriggers.Retarget", 10, size => Change(Deployment(size, size), w => WorkloadTriggers.Retarget(w, "c0", Tag))),
        new("WorkloadTriggers.Pause", 10, size => Change(Deployment(size, size), w => WorkloadTriggers.Pause(w, "c0"))),
        new("WorkloadKinds.With", 10, Kinds),
    ];

    private static string Deployment(int containers, int triggers) =>
        $$$"""
        {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"a","namespace":"ns0","annotations":{
        "image.openshift.io/triggers":"{{{Annotation(triggers).Replace("\"", "\\\"", StringComparison.Ordinal)}}}"} },
        "spec":{"template":{"spec":{"containers":[{{{JsonGrowth.Repeat(containers, i => $$"""{"name":"c{{i}}","image":"old"}""")}}}]} } } }
        """;

    private static string Annotation(int size) => $"[{JsonGrowth.Repeat(size, Trigger)}]";

    private static string Trigger(int i) =>
        $$"""{"from":{"kind":"ImageStreamTag","name":"s{{i % 100:D3}}:latest"},"fieldPath":"spec.template.spec.containers[{{i}}].image"}""";

    private static string WithFields(int size) =>
        $$$"""
        {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"a","annotations":{
        {{{JsonGrowth.Repeat(size, i => $"\"k{i}\":\"v\"")}}} } },"spec":{"template":{"spec":{"containers":[]} } } }
        """;

    private static Func<long> Parse(string json) => () => Workload.TryParse(json, out _) ? 1 : 0;

    private static Func<long> Annotate(string json)
    {
        var workload = Workload.Parse(json);
        return () => workload.WithAnnotation("k5", "w").GetType().Name.Length;
    }

    private static Func<long> SetImages(string json)
    {
        var workload = Workload.Parse(json);
        return () => workload.WithImages(_ => "new").GetType().Name.Length;
    }

    private static Func<long> ParseAnnotation(string text) => () => TriggerAnnotation.Parse(text).Count;

    private static Func<long> WriteAnnotation(string text)
    {
        var triggers = TriggerAnnotation.Parse(text);
        return () => TriggerAnnotation.Write(triggers).Length;
    }

    private static Func<long> Evaluate(string json) => () =>
        WorkloadTriggers.Evaluate(Workload.Parse(json), TriggerInputs.Tags) is WorkloadTriggerResult.Changed ? 1 : 0;

    private static Func<long> Explain(string json) => () =>
        WorkloadTriggers.Evaluate(Workload.Parse(json), TriggerInputs.Tags).ToString().Length;

    private static Func<long> Change(string json, Func<Workload, Workload> change) =>
        () => change(Workload.Parse(json)).ToJson().Length;

    private static Func<long> Kinds(int size)
    {
        var kinds = Enumerable.Range(0, size).Select(i => WorkloadKind.Create($"Kind{i}", "spec.template", "example.com")).ToValueList();
        var json = """{"kind":"Kind3","apiVersion":"example.com/v1","spec":{"template":{"spec":{"containers":[]}}}}""";
        var known = kinds.Aggregate(WorkloadKinds.Known, static (all, kind) => all.With(kind));
        return () => Workload.Parse(json, known).GetType().Name.Length;
    }
}
