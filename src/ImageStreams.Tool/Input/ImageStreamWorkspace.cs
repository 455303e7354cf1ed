using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tool;

/// <summary>The answers about a set of objects; each is computed when it is first requested.</summary>
internal sealed class ImageStreamWorkspace(GraphObjects objects, InputSettings settings)
{
    /// <summary>The host name of a cluster's registry, unless the command line names another.</summary>
    public const string DefaultRegistryHost = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>The graph.</summary>
    public TagGraph Graph => field ??= TagGraph.Create(objects);

    /// <summary>The cycles of tags and builds.</summary>
    public ValueList<GraphCycle> Cycles => Graph.Cycles;

    /// <summary>The host name of the cluster's registry.</summary>
    public string RegistryHost => settings.RegistryHost ?? DefaultRegistryHost;

    /// <summary>Gets a value indicating whether only the status counts.</summary>
    public bool IsAsStored => settings.AsStored;

    private ImageStreamSet Streams => field ??= new ImageStreamSet(objects.Streams, objects.BuildConfigs);

    /// <summary>Finds what is wrong with triggers and tags.</summary>
    public ValueList<TriggerFinding> Diagnose() =>
        TriggerDoctor.Examine(objects, new TriggerDoctorOptions { IgnoreStatus = !settings.AsStored });

    /// <summary>Resolves a tag, across streams.</summary>
    public TagResolution Resolve(ImageStreamTagName tag) =>
        TagResolver.Resolve(Streams, tag, new TagResolverOptions { AcrossStreams = true });

    /// <summary>Explains where a tag leads.</summary>
    public TagExplanation Explain(ImageStreamTagName tag) =>
        TagResolver.Explain(Streams, tag, new TagResolverOptions { AcrossStreams = true });

    /// <summary>Finds what the images of a workload become when it is created.</summary>
    public WorkloadAdmission Admit(Workload workload) =>
        new ImageAdmission(new ImageNameResolver(Streams, ImageSet.FromHistories(objects.Streams), RegistryHost)).Admit(workload);
}
