using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The changes of what <c>kubectl apply</c> applies that end fights.</summary>
internal static class KubectlRemedies
{
    public static ValueList<FightRemedy> Create(LiveObject live, FieldPath path) =>
        live.LastApplied is null ? [CreateServerSide(path)] : [CreateForgetting(live, path), CreateServerSide(path)];

    // A field that is only removed from the file is removed from the object, too: kubectl has to forget it first.
    private static FightRemedy CreateForgetting(LiveObject live, FieldPath path)
    {
        var arguments = FightRemedies.GetArguments(live);
        return new FightRemedy
        {
            Title = $"Remove {path} from the file, and let kubectl forget that it ever applied it, before the next kubectl apply:",
            Text = $"""
                kubectl apply view-last-applied {arguments} -o json |
                  jq {QuotedText.Shell($"del({PathTexts.ToJq(path)})")} |
                  kubectl apply set-last-applied -f -

                """,
        };
    }

    private static FightRemedy CreateServerSide(FieldPath path) => new()
    {
        Title = $"Or remove {path} from the file and apply it on the server side, once the field's new owner has written it:",
        Text = "kubectl apply --server-side -f FILE\n",
    };
}
