using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The changes of an Application of Argo CD that end fights.</summary>
internal static class ArgoRemedies
{
    public static ValueList<FightRemedy> Create(LiveObject live, FieldPath path, string manager)
    {
        var application = ManagerTools.FindObject(FightTool.ArgoCd, live) ?? "the Application";
        return
        [
            new FightRemedy
            {
                Title = $"In {application}, let Argo CD keep the value that the field has in the cluster:",
                Text = Write(live, "jqPathExpressions", PathTexts.ToJq(path)),
            },
            new FightRemedy
            {
                Title = $"Or, in {application}, let Argo CD leave out all fields that {manager} owns (once it owns them):",
                Text = Write(live, "managedFieldsManagers", manager),
            },
        ];
    }

    // Without the option, the difference is only not shown, and the next sync sets the field all the same.
    private static string Write(LiveObject live, string list, string item)
    {
        var (group, _) = ObjectTrees.SplitVersion(live.Value);
        var ns = live.Value.Namespace.Length == 0 ? "" : $"\n    namespace: {QuotedText.Yaml(live.Value.Namespace)}";
        return $"""
            spec:
              ignoreDifferences:
              - group: {(group.Length == 0 ? "''" : QuotedText.Yaml(group))}
                kind: {QuotedText.Yaml(live.Value.Kind ?? "")}
                name: {QuotedText.Yaml(live.Value.Name)}{ns}
                {list}:
                - {QuotedText.Yaml(item)}
              syncPolicy:
                syncOptions:
                - RespectIgnoreDifferences=true

            """;
    }
}
