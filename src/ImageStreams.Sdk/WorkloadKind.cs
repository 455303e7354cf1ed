using System.Text;

namespace ImageStreams;

/// <summary>A kind of objects that run pods: where it keeps what it runs.</summary>
internal sealed class WorkloadKind
{
    private const string Template = "spec.template.spec";

    private static readonly WorkloadKind[] Known =
    [
        new("Deployment", "apps/v1", Template, "paused") { IsWatched = true },
        new("Pod", "v1", "spec"),
        new("ReplicaSet", "apps/v1", Template),
        new("ReplicationController", "v1", Template) { MayLackTemplate = true },
        new("StatefulSet", "apps/v1", Template) { IsWatched = true },
        new("DaemonSet", "apps/v1", Template) { IsWatched = true },
        new("Job", "batch/v1", Template, "suspend"),
        new("CronJob", "batch/v1", "spec.jobTemplate.spec.template.spec", "suspend") { IsWatched = true },
        new(DeploymentConfig.KindName, DeploymentConfig.GroupVersion, Template, "paused") { MayLackTemplate = true },
        new("PodTemplate", "v1", "template.spec"),
    ];

    private WorkloadKind(string name, string apiVersion, string podSpecPath, string holdField = "")
    {
        Name = name;
        ApiVersion = apiVersion;
        PodSpecPath = podSpecPath;
        HoldField = Encoding.UTF8.GetBytes(holdField);
        Steps = [.. podSpecPath.Split('.').Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The kind's name on the wire.</summary>
    public string Name { get; }

    /// <summary>The group and version that it usually comes in.</summary>
    public string ApiVersion { get; }

    /// <summary>Where the specification of its pods is.</summary>
    public string PodSpecPath { get; }

    /// <summary>The same, field by field.</summary>
    public byte[][] Steps { get; }

    /// <summary>The field of <c>spec</c> that holds the object back; empty when it has none.</summary>
    public byte[] HoldField { get; }

    /// <summary>Whether an object without a template for its pods runs none; those of other kinds have an empty one.</summary>
    public bool MayLackTemplate { get; private init; }

    /// <summary>Whether OpenShift's trigger controller watches the annotation of its objects.</summary>
    public bool IsWatched { get; private init; }

    /// <summary>The kind of a name, or null when it runs no pods that are known.</summary>
    public static WorkloadKind? Find(ReadOnlySpan<byte> name)
    {
        foreach (var kind in Known)
        {
            if (Ascii.Equals(name, kind.Name))
            {
                return kind;
            }
        }

        return null;
    }
}
