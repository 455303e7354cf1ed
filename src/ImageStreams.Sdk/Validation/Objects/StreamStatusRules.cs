using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Validation;

/// <summary>Validates an update of a stream's status: the pull specs that are new in its histories.</summary>
internal sealed class StreamStatusRules(ImageStream stream, ImageStream old, AdmissionCache admissions, FieldErrors errors)
{
    private readonly bool _mayBeInsecure = ImageStreamAnnotations.AllowsInsecure(stream.Metadata);
    private readonly HashSet<PullSpecText> _known = [];
    private readonly HashSet<PullSpecText> _insecure = [];

    /// <summary>Checks the pull specs that are in none of the old histories.</summary>
    public void Check()
    {
        if (!AreNewEventsValid())
        {
            CheckAll();
        }
    }

    private bool AreNewEventsValid() => stream.Status.Tags.IsStrict && old.Status.Tags.IsStrict
        && stream.Status.Tags.FindChanges(old.Status.Tags).TrueForAll(AreNewEventsValid);

    private bool AreNewEventsValid(KeyedChange<NamedTagEventList> change)
    {
        if (change.New is null)
        {
            return true;
        }

        foreach (var tagEvent in HistoryChanges.GetNewEvents(change.New, change.Old))
        {
            if (!PullSpecRules.TryParse(tagEvent.DockerImageReference, out var reference, out _)
                || admissions.FindRefusal(reference, _mayBeInsecure) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private void CheckAll()
    {
        foreach (var history in old.Status.Tags)
        {
            Collect(history, _known);
        }

        CollectInsecure();
        foreach (var history in stream.Status.Tags)
        {
            for (var i = 0; i < history.Items.Count; i++)
            {
                CheckEvent(history, i);
            }
        }
    }

    /// <summary>Collects the pull specs of insecure tags, which OpenShift treats as insecure in all histories.</summary>
    private void CollectInsecure()
    {
        foreach (var tag in stream.Spec.Tags)
        {
            if (tag.ImportPolicy.Insecure && stream.Status.Tags.Find(tag.Name) is { } history)
            {
                Collect(history, _insecure);
            }
        }
    }

    private static void Collect(NamedTagEventList history, HashSet<PullSpecText> pullSpecs)
    {
        foreach (var tagEvent in history.Items)
        {
            pullSpecs.Add(tagEvent.PullSpec);
        }
    }

    private void CheckEvent(NamedTagEventList history, int index)
    {
        var pullSpec = history.Items[index].PullSpec;
        if (_known.Contains(pullSpec))
        {
            return;
        }

        if (!PullSpecRules.TryParse(pullSpec.Text, out var reference, out var problem))
        {
            errors.Invalid(EventPaths.PullSpec(history, index), pullSpec.Text, problem);
        }
        else if (admissions.FindRefusal(reference, _mayBeInsecure || _insecure.Contains(pullSpec)) is { } refusal)
        {
            errors.Forbidden(EventPaths.PullSpec(history, index), refusal);
        }
    }
}
