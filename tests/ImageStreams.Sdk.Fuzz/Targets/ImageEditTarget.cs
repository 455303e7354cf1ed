using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>Images that are changed in workloads and changed back: the text is as it was.</summary>
internal sealed class ImageEditTarget(byte[][] seeds) : WorkloadTarget("edit-images", seeds)
{
    private const string Mark = "-edited";

    protected override void Check(Workload workload)
    {
        var changes = workload.Containers.Count(container => Change(container) is not null);
        var edited = workload.WithImages(Change);
        var again = Workload.Parse(edited.Utf8);
        Expect.That(edited.Containers == again.Containers, "the containers are read again");

        // Escapes and rare characters of an image are written in another way, and one of two lists gets an image that it lacked.
        var isReplaced = edited.Utf8.Length == workload.Utf8.Length + (changes * Mark.Length);
        if (isReplaced && !workload.Utf8.ContainsAnyExceptInRange((byte)'\t', (byte)'~') && workload.Utf8.IndexOf((byte)'\\') < 0)
        {
            var restored = edited.WithImages(ChangeBack);
            Expect.That(restored.Utf8.SequenceEqual(workload.Utf8), "images changed back give the same bytes");
        }
    }

    private static string? Change(WorkloadContainer container) =>
        string.IsNullOrEmpty(container.Image) ? null : container.Image + Mark;

    private static string? ChangeBack(WorkloadContainer container) =>
        string.IsNullOrEmpty(container.Image) ? null : container.Image[..^Mark.Length];
}
