using ImageStreams.Collections;
using ImageStreams.Manifests;
using Microsoft.Build.Framework;

namespace ImageStreams.MSBuild;

/// <summary>The task that resolves the tags of a project by the lock, and writes the answers to a file that the build reads.</summary>
/// <remarks>
/// <para>A tag without an entry, or one that the streams lead elsewhere now, is looked up once and written into the lock; in locked
/// mode it is an error instead, and no registry is asked.</para>
/// <para>The answers are made anew only when something has changed, so that a build without changes never loads this task.</para>
/// </remarks>
public sealed class ResolveImageStreamTags : ImageStreamTask
{
    /// <summary>Gets or sets a value indicating whether everything must be in the lock; <see langword="false"/> by default.</summary>
    public bool LockedMode { get; set; }

    /// <summary>Gets or sets a value indicating whether a base image without a platform for each runtime identifier is an error; <see
    /// langword="false"/> by default, as a build that makes no container needs none.</summary>
    public bool RequirePlatforms { get; set; }

    /// <summary>The runtime identifiers of the container, such as <c>linux-x64</c>; of several, each gets its answer.</summary>
    public string[] RuntimeIdentifiers { get; set; } = [];

    /// <summary>The base image that the project has set by itself, which is then used; empty for none.</summary>
    public string ContainerBaseImage { get; set; } = "";

    /// <summary>The path of the file to write, below <c>obj</c>.</summary>
    [Required]
    public string AnswerFile { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        CheckBaseImages();
        var questions = await PrepareAsync(TagNames, cancellationToken).ConfigureAwait(false);
        var locked = await CompleteAsync(ReadLock(), questions, cancellationToken).ConfigureAwait(false);
        var answers = Tags.SelectMany(tag => Answer(tag, locked)).ToList();
        if (!Log.HasLoggedErrors)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AnswerText.Write(Path.GetFullPath(AnswerFile), answers);
        }
    }

    private static bool IsBase(ITaskItem tag) => tag.GetMetadata("Use") == TagAnswer.BaseUse;

    private void CheckBaseImages()
    {
        var bases = Tags.Where(IsBase).ToList();
        foreach (var other in bases.Skip(1).Where(other => other.ItemSpec != bases[0].ItemSpec))
        {
            Messages.Report(MessageCodes.SeveralBaseImages, other, TaskTexts.SeveralBaseImages(bases[0].ItemSpec, other.ItemSpec));
        }

        if (bases.Count > 0 && ContainerBaseImage.Length > 0)
        {
            Messages.Warn(MessageCodes.BaseImageIgnored, bases[0], TaskTexts.BaseImageIgnored(bases[0].ItemSpec, ContainerBaseImage));
        }
    }

    /// <summary>Adds to the lock what it lacks; in locked mode, reports it.</summary>
    private async Task<ImageLock> CompleteAsync(ImageLock locked, TagQuestions questions, CancellationToken cancellationToken)
    {
        var missing = TagNames.Where(tag => locked.Find(tag) is null).ToValueList();
        var outdated = locked.FindOutdated(questions.Request);
        if (LockedMode)
        {
            ReportUnlocked(missing, outdated);
            return locked;
        }

        ValueList<string> wanted = [.. missing.Union(outdated.Select(difference => difference.Tag), StringComparer.Ordinal)];
        return wanted.IsEmpty ? locked : await AddAsync(wanted, questions, cancellationToken).ConfigureAwait(false);
    }

    private void ReportUnlocked(ValueList<string> missing, ValueList<ImageLockDifference> outdated)
    {
        foreach (var tag in missing)
        {
            Messages.Report(MessageCodes.NotLocked, Tags, tag, TaskTexts.NotLocked(tag, LockFile));
        }

        foreach (var difference in outdated)
        {
            Messages.Report(MessageCodes.Outdated, Tags, difference.Tag, TaskTexts.Outdated(difference, LockFile));
        }
    }

    private async Task<ImageLock> AddAsync(ValueList<string> tags, TagQuestions questions, CancellationToken cancellationToken)
    {
        var lookup = await LookUpAsync(questions, questions.Request with { Tags = tags }, cancellationToken).ConfigureAwait(false);
        Report(lookup.Problems);

        var before = ReadLock();
        var changed = await ImageLockFile
            .UpdateAsync(LockFile, newest => AddTo(newest, lookup, questions), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        Tell(before.Diff(changed).Where(difference => tags.Contains(difference.Tag)));
        return changed;
    }

    /// <summary>Adds what another build of the solution has not added meanwhile: all of them get the same image.</summary>
    private static ImageLock AddTo(ImageLock newest, ImageLookup lookup, TagQuestions questions)
    {
        var outdated = newest.FindOutdated(questions.Request).Select(difference => difference.Tag).ToHashSet(StringComparer.Ordinal);
        return newest.Update(lookup with { Images = [.. lookup.Images.Where(image => newest.Find(image.Tag) is null || outdated.Contains(image.Tag))] }).Lock;
    }

    private IEnumerable<string> Answer(ITaskItem tag, ImageLock locked)
    {
        if (locked.Find(tag.ItemSpec) is not { } image)
        {
            yield break;
        }

        foreach (var selection in RuntimeIdentifiers.DefaultIfEmpty("").Select(image.Select))
        {
            if (RequirePlatforms && IsBase(tag) && selection is not PlatformSelection.Found && selection.Requested.Length > 0)
            {
                Messages.Report(MessageCodes.PlatformMissing, tag, selection.Message);
            }

            yield return TagAnswer.Write(tag.GetMetadata("Use"), selection, RuntimeIdentifiers.Length > 1);
        }
    }
}
