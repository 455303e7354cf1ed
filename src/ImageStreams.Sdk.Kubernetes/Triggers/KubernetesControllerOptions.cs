using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Options of controllers in a cluster: of the <see cref="KubernetesTriggerSource"/>, the <see cref="KubernetesTriggerTarget"/>, and
/// the imports that a host runs.</summary>
/// <remarks>Copied when one of them is created; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class KubernetesControllerOptions
{
    /// <summary>The field manager of OpenShift's own trigger controller, for <see cref="FieldManager"/>.</summary>
    public const string OpenShiftFieldManager = "openshift-controller-manager";

    /// <summary>The default of <see cref="RecheckInterval"/>: 10 minutes.</summary>
    public static readonly TimeSpan DefaultRecheckInterval = TimeSpan.FromMinutes(10);

    private const int MaxManagerLength = 128;
    private static readonly TimeSpan LongestRecheck = TimeSpan.FromDays(1);

    /// <summary>The namespaces whose streams and objects are followed; all of them when empty, which is the default.</summary>
    public IList<string> Namespaces { get; } = new List<string>();

    /// <summary>The kinds that are followed beside Deployments, StatefulSets, DaemonSets, CronJobs, DeploymentConfigs and BuildConfigs;
    /// none by default.</summary>
    public IList<ClusterWorkloadKind> Kinds { get; } = new List<ClusterWorkloadKind>();

    /// <summary>Gets or sets a value indicating whether the work of OpenShift's own controllers is done, too; false by default.</summary>
    /// <remarks>Where these controllers run, they import tags, start builds and update the kinds of Kubernetes and OpenShift; without
    /// this option, only <see cref="Kinds"/> are followed there. Set it where the cluster's controllers are switched off.</remarks>
    public bool TakesOver { get; set; }

    /// <summary>The owner of the images that are written, in <c>managedFields</c>; 1 to 128 printable characters;
    /// <see cref="WriteOptions.DefaultFieldManager"/> by default.</summary>
    public string FieldManager { get; set; } = WriteOptions.DefaultFieldManager;

    /// <summary>The manner of writing images; <see cref="TriggerWriting.PatchImages"/> by default.</summary>
    public TriggerWriting Writing { get; set; }

    /// <summary>The time after which a kind or a namespace that may not be seen, or does not exist, is looked for again; more than zero,
    /// at most a day; 10 minutes by default.</summary>
    public TimeSpan RecheckInterval { get; set; } = DefaultRecheckInterval;

    /// <summary>Finds what is wrong with the options.</summary>
    /// <returns>A sentence for each problem; empty when the options can be used.</returns>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrEmpty(FieldManager) || FieldManager.Length > MaxManagerLength || FieldManager.Any(char.IsControl))
        {
            yield return $"{nameof(FieldManager)} is '{FieldManager}'; it must have 1 to {MaxManagerLength} printable characters.";
        }

        if (!Enum.IsDefined(Writing))
        {
            yield return $"{nameof(Writing)} is {Writing}; it must be one of {string.Join(", ", Enum.GetNames<TriggerWriting>())}.";
        }

        if (RecheckInterval <= TimeSpan.Zero || RecheckInterval > LongestRecheck)
        {
            yield return $"{nameof(RecheckInterval)} is {RecheckInterval:c}; it must be more than zero and at most {LongestRecheck:c}.";
        }

        foreach (var problem in ValidateScope())
        {
            yield return problem;
        }
    }

    internal KubernetesControllerOptions Check(string name)
    {
        OptionProblems.ThrowIfAny(Validate(), name);
        return Copy();
    }

    private IEnumerable<string> ValidateScope()
    {
        if (Namespaces.Any(string.IsNullOrEmpty))
        {
            yield return $"{nameof(Namespaces)} has an empty name.";
        }

        foreach (var problem in Kinds.SelectMany(static kind => kind.Validate()))
        {
            yield return problem;
        }

        var names = Kinds.Select(static kind => kind.Kind).Concat(TriggerResources.BuiltIn.Select(static known => known.Kind));
        foreach (var twice in names.GroupBy(static name => name, StringComparer.Ordinal).Where(static group => group.Count() > 1))
        {
            yield return $"{nameof(Kinds)} has the kind '{twice.Key}', which is followed already; a kind needs a name of its own.";
        }
    }

    private KubernetesControllerOptions Copy()
    {
        var copy = new KubernetesControllerOptions
        {
            TakesOver = TakesOver,
            FieldManager = FieldManager,
            Writing = Writing,
            RecheckInterval = RecheckInterval,
        };
        Namespaces.Distinct(StringComparer.Ordinal).ToList().ForEach(copy.Namespaces.Add);
        Kinds.ToList().ForEach(copy.Kinds.Add);
        return copy;
    }
}
