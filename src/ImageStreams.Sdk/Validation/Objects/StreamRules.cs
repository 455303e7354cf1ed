using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Validates a stream: its metadata, repository, spec tags and histories.</summary>
/// <remarks>
/// Tags that the stream shares with one that was found to be valid are not read again; when some are not valid, all are
/// checked in the order of the document.
/// </remarks>
/// <param name="stream">The stream.</param>
/// <param name="old">The stream that it replaces, whose repositories are admitted; null for a new one.</param>
/// <param name="admissions">The admitted registries.</param>
/// <param name="errors">The collection to add errors to.</param>
internal sealed class StreamRules(ImageStream stream, ImageStream? old, AdmissionCache admissions, FieldErrors errors)
{
    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");
    private static readonly FieldPath Repository = FieldPath.Root.Child("spec", "dockerImageRepository");
    private static readonly FieldPath.Step Tags = FieldPath.Root.Child("spec", "tags").ToStep()!;

    private readonly bool _mayBeInsecure = ImageStreamAnnotations.AllowsInsecure(stream.Metadata);

    /// <summary>Checks all fields, in the order of the document.</summary>
    public void Check()
    {
        CheckMetadata();
        CheckRepository(stream.Spec.DockerImageRepository ?? "");
        if (!AreTagsValid())
        {
            CheckTags();
        }

        if (!AreHistoriesValid())
        {
            CheckHistories();
        }
    }

    private bool AreTagsValid()
    {
        var found = new FieldErrors();
        var form = new TagReferenceRules(mayBeInsecure: false, new AdmissionCache(AllowedRegistries.All), found);
        return stream.Spec.Tags.All(ItemMarks.Valid, IsValid) && (admissions.AdmitsAll || AreChangedTagsAdmitted());

        bool IsValid(TagReference tag)
        {
            form.Check(tag, FieldPath.Key(Tags, tag.Name));
            return found.IsEmpty;
        }
    }

    private bool AreChangedTagsAdmitted()
    {
        if (!CanCompare(stream.Spec.Tags, old?.Spec.Tags))
        {
            return false;
        }

        var found = new FieldErrors();
        var rules = new TagReferenceRules(_mayBeInsecure, admissions, found);
        foreach (var (_, tag) in stream.Spec.Tags.FindChanges(old!.Spec.Tags))
        {
            if (tag is not null)
            {
                rules.Check(tag, FieldPath.Key(Tags, tag.Name));
            }
        }

        return found.IsEmpty;
    }

    private bool AreHistoriesValid() => stream.Status.Tags.All(ItemMarks.Valid, static history => IsValid(history))
        && (admissions.AdmitsAll || AreChangedHistoriesAdmitted());

    private bool AreChangedHistoriesAdmitted() => CanCompare(stream.Status.Tags, old?.Status.Tags)
        && stream.Status.Tags.FindChanges(old!.Status.Tags).TrueForAll(AreNewEventsAdmitted);

    private bool AreNewEventsAdmitted(KeyedChange<NamedTagEventList> change)
    {
        if (change.New is null)
        {
            return true;
        }

        var mayBeInsecure = MayBeInsecure(change.New.Tag);
        foreach (var tagEvent in HistoryChanges.GetNewEvents(change.New, change.Old))
        {
            if (admissions.FindRefusal(ImageReference.Parse(tagEvent.DockerImageReference), mayBeInsecure) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static bool CanCompare<T>(KeyedList<T> tags, KeyedList<T>? old)
        where T : class, IKeyed => tags.IsStrict && old is { IsStrict: true };

    private static bool IsValid(NamedTagEventList history)
    {
        foreach (var tagEvent in history.Items)
        {
            if (!PullSpecRules.IsValid(tagEvent.DockerImageReference))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckMetadata()
    {
        ObjectMetaRules.Check(stream.Metadata, isNamespaced: true, StreamNameRules.FindProblems, Metadata, errors);
        var ns = stream.Namespace;
        var name = stream.Name;
        if (NameTexts.CountBytes(ns) + 1 + NameTexts.CountBytes(name) > StreamNameRules.MaxQualifiedLength)
        {
            errors.Invalid(Metadata.Child("name"), name, $"namespace/name has more than "
                + $"{StreamNameRules.MaxQualifiedLength} characters, the limit for names of repositories: shorten it.");
        }
    }

    private void CheckRepository(string repository)
    {
        if (repository.Length == 0)
        {
            return;
        }

        if (!PullSpecRules.TryParse(repository, out var reference, out var problem))
        {
            errors.Invalid(Repository, repository, problem);
        }
        else if (reference.Tag.Length > 0 || reference.Id.Length > 0)
        {
            CheckNotAnImage(reference, repository);
        }
        else if (admissions.FindRefusal(reference, _mayBeInsecure) is { } refusal)
        {
            errors.Forbidden(Repository, refusal);
        }
    }

    private void CheckNotAnImage(ImageReference reference, string repository)
    {
        if (reference.Tag.Length > 0)
        {
            errors.Invalid(Repository, repository, "A repository has no tag: remove the ':' and the text after it.");
        }

        if (reference.Id.Length > 0)
        {
            errors.Invalid(Repository, repository, "A repository has no digest: remove the '@' and the text after it.");
        }
    }

    private void CheckTags()
    {
        var rules = new TagReferenceRules(_mayBeInsecure, admissions, errors);
        foreach (var tag in stream.Spec.Tags)
        {
            rules.Check(tag, FieldPath.Key(Tags, tag.Name));
        }
    }

    private void CheckHistories()
    {
        foreach (var history in stream.Status.Tags)
        {
            var mayBeInsecure = !admissions.AdmitsAll && MayBeInsecure(history.Tag);
            for (var i = 0; i < history.Items.Count; i++)
            {
                CheckEvent(history, i, mayBeInsecure);
            }
        }
    }

    private bool MayBeInsecure(string tag) =>
        _mayBeInsecure || stream.Spec.Tags.Find(tag) is { ImportPolicy.Insecure: true };

    private void CheckEvent(NamedTagEventList history, int index, bool mayBeInsecure)
    {
        var pullSpec = history.Items[index].DockerImageReference;
        if (admissions.AdmitsAll && PullSpecRules.IsValid(pullSpec))
        {
            return;
        }

        if (pullSpec.Length == 0)
        {
            errors.Required(EventPaths.PullSpec(history, index), "An event in a history needs the pull spec of its image.");
        }
        else if (!PullSpecRules.TryParse(pullSpec, out var reference, out var problem))
        {
            errors.Invalid(EventPaths.PullSpec(history, index), pullSpec, problem);
        }
        else if (admissions.FindRefusal(reference, mayBeInsecure) is { } refusal)
        {
            errors.Forbidden(EventPaths.PullSpec(history, index), refusal);
        }
    }
}
