using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The changes that end fights with controllers.</summary>
internal static class OperatorRemedies
{
    public static ValueList<FightRemedy> Create(LiveObject live)
    {
        if (live.Marks.Controller is { } owner)
        {
            var version = new ClusterObject { ApiVersion = owner.ApiVersion };
            var arguments = FightRemedies.GetArguments(live.Value.Namespace, version, owner.Kind, owner.Name);
            return
            [
                new FightRemedy
                {
                    Title = $"Set the value on {owner}, which controls {FightRemedies.Describe(live)}, and put the triggers there:",
                    Text = $"kubectl edit {arguments}\n",
                },
            ];
        }

        return live.Marks.ClusterServiceVersion is { } csv ? [CreateForOperator(live, csv)] : [];
    }

    public static ValueList<FightRemedy> CreateForTriggers(LiveObject live) =>
    [
        new FightRemedy
        {
            Title = $"Leave the field to OpenShift's trigger controller, or pause the triggers of {FightRemedies.Describe(live)}:",
            Text = $"oc set triggers {FightRemedies.GetArguments(live)} --manual\n",
        },
    ];

    private static FightRemedy CreateForOperator(LiveObject live, string version)
    {
        var ns = live.Value.Namespace.Length == 0 ? "" : $"-n {QuotedText.Shell(live.Value.Namespace)} ";
        return new FightRemedy
        {
            Title = $"Set the value in spec.install.spec.deployments of ClusterServiceVersion {version}, from which OLM writes the object:",
            Text = $"kubectl edit {ns}{QuotedText.Shell($"ClusterServiceVersion.v1alpha1.operators.coreos.com/{version}")}\n",
        };
    }
}
