namespace ImageStreams.Manifests;

/// <summary>The document that is edited, and its patches.</summary>
internal sealed class EditContext(TextTree tree)
{
    private BlockLayout? _block;
    private FlowLayouts? _flows;

    public TextTree Tree { get; } = tree;

    public EditText Text { get; } = new(tree.Source);

    public TextPatches Patches { get; } = new();

    /// <summary>The patch of the block text at the end of the whole text that keeps it without a line end, when lines are added below;
    /// null when there is none.</summary>
    public TextPatch? KeptText { get; set; }

    /// <summary>The habits of the document in block style.</summary>
    public BlockLayout Block => _block ??= BlockLayout.Find(Tree, Text);

    /// <summary>The habits in flow style.</summary>
    public FlowLayouts Flows => _flows ??= new FlowLayouts(Tree, Text, Block);

    /// <summary>Adds the patch of the text at the end, unless another takes its place.</summary>
    public void Finish()
    {
        if (KeptText is { } patch && !Patches.Covers(patch.Start))
        {
            Patches.Add(patch.Start, patch.End, patch.Text, patch.Depth);
        }
    }

    /// <summary>Creates a writer for text before an offset.</summary>
    public BlockWriter CreateWriter(int end) => new(Block, Text.Text.AsSpan(end).Contains('\n'));
}
