using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>The fights over the images that triggers set, of all workloads with a trigger annotation.</summary>
/// <remarks>Nothing is written, and no tag is looked up: the fights are those of whatever image comes next.</remarks>
public sealed record FightReport
{
    /// <summary>The manager of OpenShift's own trigger controller, which writes for the triggers as this library does.</summary>
    private const string TriggerController = "openshift-controller-manager";

    /// <summary>The workloads whose triggers can fire, with what is expected of each, in the order of the objects.</summary>
    public ValueList<ObjectFights> Workloads { get; init; }

    /// <summary>Gets a value indicating whether a tool is known to set an image again.</summary>
    public bool HasCertainFight => Workloads.Any(workload => workload.Forecast.HasCertainFight);

    /// <summary>Examines objects.</summary>
    /// <param name="objects">The objects, such as those of a namespace. The Applications of Argo CD among them are taken into account,
    /// besides those in the settings; what has no trigger annotation is passed over.</param>
    /// <param name="settings">The settings; null for the defaults. The trigger controller of OpenShift counts as one who writes.</param>
    /// <param name="kinds">The kinds of workloads; null for the known ones.</param>
    /// <exception cref="ArgumentNullException"><paramref name="objects"/> is null.</exception>
    public static FightReport Create(IEnumerable<ClusterObject> objects, FightSettings? settings = null, WorkloadKinds? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(objects);

        settings ??= FightSettings.Default;
        var all = objects.ToList();
        var complete = settings with
        {
            Managers = [.. settings.Managers, TriggerController],
            Applications = [.. settings.Applications, .. all.Where(value => value.Kind == "Application")],
        };
        var workloads = all.Select(value => Examine(value, complete, kinds ?? WorkloadKinds.Known)).OfType<ObjectFights>();
        return new FightReport { Workloads = workloads.ToValueList() };
    }

    /// <summary>Returns the workloads over whose images there are fights, each with its fights.</summary>
    public override string ToString() => string.Join("\n\n", Workloads.Where(workload => workload.Forecast is not FightForecast.None));

    private static ObjectFights? Examine(ClusterObject value, FightSettings settings, WorkloadKinds kinds)
    {
        if (ToolMarks.Find(value.Metadata.Annotations, ObjectFieldTrigger.AnnotationName) is null
            || !Workload.TryParse(RawJson.Parse(ImageStreamJson.SerializeToUtf8Bytes(value)), kinds, out var workload))
        {
            return null;
        }

        return WorkloadTriggers.Evaluate(workload, NextImages.Instance) is WorkloadTriggerResult.Changed changed
            ? new ObjectFights { Workload = workload, Forecast = Predict(value, changed.Workload, settings) }
            : null;
    }

    private static FightForecast Predict(ClusterObject value, Workload changed, FightSettings settings) =>
        FightPrediction.Predict(value, ImageStreamJson.Deserialize<ClusterObject>(changed.Utf8), settings);
}
