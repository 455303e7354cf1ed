namespace ImageStreams.Serialization;

/// <summary>A value that is one text on the wire, whatever that text is.</summary>
internal interface IWireText<TSelf>
    where TSelf : struct, IWireText<TSelf>
{
    string Text { get; }

    static abstract TSelf FromText(string text);
}
