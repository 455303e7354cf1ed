namespace ImageStreams.Serialization;

/// <summary>A value that is a string on the wire, with no restriction on the string.</summary>
internal interface IWireText<TSelf>
    where TSelf : struct, IWireText<TSelf>
{
    string Text { get; }

    static abstract TSelf FromText(string text);
}
