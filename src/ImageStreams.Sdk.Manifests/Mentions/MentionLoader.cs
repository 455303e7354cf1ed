using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Loads files that name images: finds them as manifests are found, and reads each.</summary>
internal sealed class MentionLoader(LoadSettings settings)
{
    private const string StandardInput = "-";

    private long _total;

    /// <summary>Creates a loader; hidden folders that hold such files are searched, too.</summary>
    public static MentionLoader Create(ManifestOptions? options)
    {
        var ignore = MentionFormats.HiddenNames.Concat(options?.Ignore ?? []);
        return new MentionLoader(LoadSettings.Create(options, IgnoreScope.Create(ignore), MentionFormats.IsCandidate));
    }

    /// <summary>Loads the files of paths; those of no known format are left out.</summary>
    public ImageMentionSet Load(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var contents = new List<MentionContent>();
        foreach (var source in new PathExpansion(settings).Find(paths.Where(path => path != StandardInput)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (source.Problem is { } problem)
            {
                contents.Add(MentionContent.FromProblem(problem));
            }
            else if (MentionFormats.Find(source.FullPath ?? source.Name, isOnDisk: true) is { } format)
            {
                contents.Add(Read(source, format));
            }
        }

        return new ImageMentionSet(contents);
    }

    private MentionContent Read(FileSource source, ImageMentionFormat format)
    {
        try
        {
            var bytes = LimitedReading.Read(source.FullPath!, settings.MaxFileBytes);
            _total += bytes?.Length ?? 0;
            if (bytes is null || _total > settings.MaxTotalBytes)
            {
                return MentionContent.FromProblem(bytes is null
                    ? LoadTexts.FileTooLarge(source.Name, settings.MaxFileBytes)
                    : LoadTexts.SetTooLarge(source.Name, settings.MaxTotalBytes));
            }

            return Read(bytes, source, format);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return MentionContent.FromProblem(LoadTexts.Unreadable(source.Name, error));
        }
    }

    private static MentionContent Read(byte[] bytes, FileSource source, ImageMentionFormat format)
    {
        var encoding = FileEncodings.Find(bytes);
        try
        {
            var text = new SourceText(source.Name, FileEncodings.Decode(bytes, encoding));
            return MentionContent.Read(new ManifestFile(text, encoding, source.FullPath), format);
        }
        catch (DecoderFallbackException)
        {
            var start = new SourceText(source.Name, FileEncodings.DecodeStart(bytes, encoding));
            return MentionContent.FromProblem(LoadTexts.NotText(start, encoding));
        }
    }
}
