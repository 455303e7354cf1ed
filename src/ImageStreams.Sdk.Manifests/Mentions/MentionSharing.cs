namespace ImageStreams.Manifests;

/// <summary>Finds the parts of a file that belong to several different image names.</summary>
internal static class MentionSharing
{
    /// <summary>Finds the offsets of the parts.</summary>
    public static IReadOnlySet<int> Find(IEnumerable<MentionDraft> drafts)
    {
        var images = new Dictionary<int, string>();
        var shared = new HashSet<int>();
        foreach (var draft in drafts.Where(draft => draft.Target is not null))
        {
            foreach (var piece in draft.Target!.Pieces)
            {
                if (!images.TryAdd(piece.Start, draft.Image!) && images[piece.Start] != draft.Image)
                {
                    shared.Add(piece.Start);
                }
            }
        }

        return shared;
    }
}
